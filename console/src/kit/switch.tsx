import { Field } from "@base-ui/react/field";
import { Switch as Base } from "@base-ui/react/switch";
import choice from "./choice.module.css";
import { classNames } from "./class-names.ts";
import frame from "./field-frame.module.css";
import { FieldNotes, type FieldProps } from "./field-frame.tsx";

export interface SwitchProps extends FieldProps {
	value: boolean;
	onChange: (value: boolean) => void;
	/** The change is on its way: it holds still until the answer is there. */
	pending?: boolean | undefined;
}

/** On or off, at once. The label says what is on. */
export function Switch(props: SwitchProps) {
	const { label, description, error, disabled, pending, name } = props;
	return (
		<Field.Root
			className={frame.field}
			invalid={error !== undefined}
			disabled={disabled}
			name={name}
		>
			<Field.Label
				className={choice.line}
				data-disabled={disabled || undefined}
			>
				<Base.Root
					className={choice.track}
					checked={props.value}
					onCheckedChange={props.onChange}
					onBlur={props.onBlur}
					readOnly={pending}
					aria-busy={pending || undefined}
				>
					<Base.Thumb className={choice.thumb} />
				</Base.Root>
				<span className={props.hideLabel ? frame.hidden : choice.label}>
					{label}
				</span>
			</Field.Label>
			<div className={classNames(choice.notes, choice.notesOfSwitch)}>
				<FieldNotes description={description} error={error} />
			</div>
		</Field.Root>
	);
}
