import { Checkbox as Base } from "@base-ui/react/checkbox";
import { Field } from "@base-ui/react/field";
import Check from "lucide-react/icons/check";
import Minus from "lucide-react/icons/minus";
import choice from "./choice.module.css";
import frame from "./field-frame.module.css";
import { FieldNotes, type FieldProps } from "./field-frame.tsx";

export interface CheckboxProps extends FieldProps {
	value: boolean;
	onChange: (value: boolean) => void;
	/** Some of what it stands for is chosen, but not all. */
	indeterminate?: boolean | undefined;
}

/** Yes or no, sent with the form. For what takes effect at once there is `Switch`. */
export function Checkbox(props: CheckboxProps) {
	const { label, description, error, disabled, name } = props;
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
				<CheckboxBox {...props} />
				<span className={props.hideLabel ? frame.hidden : choice.label}>
					{label}
				</span>
			</Field.Label>
			<div className={choice.notes}>
				<FieldNotes description={description} error={error} />
			</div>
		</Field.Root>
	);
}

function CheckboxBox(
	props: Omit<CheckboxProps, "label"> & { ariaLabel?: string },
) {
	return (
		<Base.Root
			className={choice.box}
			checked={props.value}
			indeterminate={props.indeterminate}
			onCheckedChange={props.onChange}
			onBlur={props.onBlur}
			disabled={props.disabled}
			required={props.required}
			aria-label={props.ariaLabel}
		>
			<Base.Indicator>
				{props.indeterminate ? (
					<Minus aria-hidden="true" />
				) : (
					<Check aria-hidden="true" />
				)}
			</Base.Indicator>
		</Base.Root>
	);
}
