import { Field } from "@base-ui/react/field";
import CircleAlert from "lucide-react/icons/circle-alert";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import classes from "./field-frame.module.css";

/** What every field of the kit takes. */
export interface FieldProps {
	/** Short, sentence case, no colon. */
	label: ReactNode;
	/** Keeps the label for screen readers alone, where the place names the field already (a search box). */
	hideLabel?: boolean | undefined;
	/** One sentence below the field: what it is for, or which form is expected. */
	description?: ReactNode;
	/** What is wrong with the value; nothing when it is right. */
	error?: string | undefined;
	/** Says to assistive technology that it must be filled in. */
	required?: boolean | undefined;
	/** Writes "optional" beside the label. Most fields are needed, so the others are marked. */
	optional?: boolean | undefined;
	disabled?: boolean | undefined;
	/** The name in the input of the call; a problem's pointer finds the field by it. */
	name?: string | undefined;
	onBlur?: (() => void) | undefined;
}

export interface FieldFrameProps extends FieldProps {
	children: ReactNode;
	/** The control is no native input, so clicking the label focuses nothing by itself. */
	labelIsText?: boolean | undefined;
}

/** Label, control, description and error, bound to each other. Used by the fields of the kit; pages take those. */
export function FieldFrame({
	label,
	hideLabel,
	description,
	error,
	optional,
	disabled,
	name,
	children,
	labelIsText = false,
}: FieldFrameProps) {
	return (
		<Field.Root
			className={classes.field}
			invalid={error !== undefined}
			disabled={disabled}
			name={name}
		>
			<Field.Label
				className={classNames(classes.label, hideLabel && classes.hidden)}
				{...(labelIsText ? { nativeLabel: false, render: <div /> } : {})}
			>
				{label}
				{optional ? <span className={classes.optional}>optional</span> : null}
			</Field.Label>
			{children}
			<FieldNotes description={description} error={error} />
		</Field.Root>
	);
}

/** The lines below a control. Inside a `Field.Root`, which binds them. */
export function FieldNotes({
	description,
	error,
}: Pick<FieldProps, "description" | "error">) {
	return (
		<>
			{error === undefined ? null : (
				<Field.Error match className={classes.error}>
					<CircleAlert aria-hidden="true" />
					{error}
				</Field.Error>
			)}
			{description ? (
				<Field.Description className={classes.description}>
					{description}
				</Field.Description>
			) : null}
		</>
	);
}
