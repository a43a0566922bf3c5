import { Field } from "@base-ui/react/field";
import { classNames } from "./class-names.ts";
import { FieldFrame, type FieldProps } from "./field-frame.tsx";
import classes from "./text-field.module.css";

export interface TextAreaProps extends FieldProps {
	value: string;
	onChange: (value: string) => void;
	/** Lines shown before it scrolls; default 3. */
	rows?: number | undefined;
	placeholder?: string | undefined;
	maxLength?: number | undefined;
	mono?: boolean | undefined;
}

/** Several lines of text: descriptions, reasons, certificates. */
export function TextArea(props: TextAreaProps) {
	return (
		<FieldFrame {...props}>
			<div className={classes.box}>
				<Field.Control
					className={classNames(
						classes.input,
						classes.area,
						props.mono && classes.mono,
					)}
					render={<textarea rows={props.rows ?? 3} />}
					value={props.value}
					onValueChange={props.onChange}
					onBlur={props.onBlur}
					placeholder={props.placeholder}
					maxLength={props.maxLength}
					required={props.required}
				/>
			</div>
		</FieldFrame>
	);
}
