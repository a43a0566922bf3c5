import { NumberField as Base } from "@base-ui/react/number-field";
import { FieldFrame, type FieldProps } from "./field-frame.tsx";
import classes from "./text-field.module.css";

export interface NumberFieldProps extends FieldProps {
	/** `null` while nothing stands there. */
	value: number | null;
	onChange: (value: number | null) => void;
	min?: number | undefined;
	max?: number | undefined;
	/** What an arrow key adds; default 1. */
	step?: number | undefined;
	/** Inside the box at its end: "minutes", "ms". */
	unit?: string | undefined;
	placeholder?: string | undefined;
}

/** A number; the arrow keys change it, and what lies outside its bounds is drawn back on leaving. */
export function NumberField(props: NumberFieldProps) {
	return (
		<FieldFrame {...props}>
			<Base.Root
				value={props.value}
				onValueChange={(value) => props.onChange(value)}
				min={props.min}
				max={props.max}
				step={props.step}
				locale="en"
				disabled={props.disabled}
				required={props.required}
			>
				<Base.Group className={classes.box}>
					<Base.Input
						className={classes.input}
						placeholder={props.placeholder}
						onBlur={props.onBlur}
					/>
					{props.unit ? (
						<span className={classes.after}>{props.unit}</span>
					) : null}
				</Base.Group>
			</Base.Root>
		</FieldFrame>
	);
}
