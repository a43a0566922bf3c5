import { Field } from "@base-ui/react/field";
import type { HTMLInputAutoCompleteAttribute, ReactNode, Ref } from "react";
import { classNames } from "./class-names.ts";
import { FieldFrame, type FieldProps } from "./field-frame.tsx";
import classes from "./text-field.module.css";

export interface TextFieldProps extends FieldProps {
	value: string;
	onChange: (value: string) => void;
	type?: "text" | "email" | "url" | "tel" | "search" | "password" | undefined;
	placeholder?: string | undefined;
	/** Tells the browser what to fill in: `email`, `current-password`, `one-time-code`; `off` otherwise. */
	autoComplete?: HTMLInputAutoCompleteAttribute | undefined;
	inputMode?: "text" | "numeric" | "decimal" | "email" | "url" | undefined;
	maxLength?: number | undefined;
	/** For codes, addresses and ids, where every character counts. */
	mono?: boolean | undefined;
	size?: "medium" | "large" | undefined;
	/** An icon or a fixed beginning inside the box. */
	before?: ReactNode;
	/** A unit inside the box. */
	after?: ReactNode;
	readOnly?: boolean | undefined;
	/** Takes the focus when it appears: the first field of a form that somebody just opened. */
	autoFocus?: boolean | undefined;
	inputRef?: Ref<HTMLInputElement> | undefined;
}

/** One line of text. Spread a form's field into it: `<TextField label="Name" {...form.field("name")} />`. */
export function TextField(props: TextFieldProps) {
	const { before, after, mono, size } = props;
	return (
		<FieldFrame {...props}>
			<div
				className={classNames(classes.box, size === "large" && classes.large)}
			>
				{before ? <span className={classes.before}>{before}</span> : null}
				<Field.Control
					ref={props.inputRef}
					className={classNames(classes.input, mono && classes.mono)}
					value={props.value}
					onValueChange={props.onChange}
					onBlur={props.onBlur}
					type={props.type ?? "text"}
					placeholder={props.placeholder}
					autoComplete={props.autoComplete ?? "off"}
					inputMode={props.inputMode}
					maxLength={props.maxLength}
					readOnly={props.readOnly}
					required={props.required}
					spellCheck={mono ? false : undefined}
					// A form that was just opened begins where its first answer goes.
					autoFocus={props.autoFocus}
				/>
				{after ? <span className={classes.after}>{after}</span> : null}
			</div>
		</FieldFrame>
	);
}
