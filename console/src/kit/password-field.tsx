import { Field } from "@base-ui/react/field";
import Eye from "lucide-react/icons/eye";
import EyeOff from "lucide-react/icons/eye-off";
import { useState } from "react";
import { classNames } from "./class-names.ts";
import { FieldFrame, type FieldProps } from "./field-frame.tsx";
import { IconButton } from "./icon-button.tsx";
import classes from "./text-field.module.css";

export interface PasswordFieldProps extends FieldProps {
	value: string;
	onChange: (value: string) => void;
	/** `new-password` where one is chosen, so that a password manager offers one; `off` for what is nobody's password. */
	autoComplete: "current-password" | "new-password" | "off";
	size?: "medium" | "large" | undefined;
	autoFocus?: boolean | undefined;
}

/** A password, with a button to look at what was typed. */
export function PasswordField(props: PasswordFieldProps) {
	const [isShown, setShown] = useState(false);
	return (
		<FieldFrame {...props}>
			<div
				className={classNames(
					classes.box,
					props.size === "large" && classes.large,
				)}
			>
				<Field.Control
					className={classes.input}
					type={isShown ? "text" : "password"}
					value={props.value}
					onValueChange={props.onChange}
					onBlur={props.onBlur}
					autoComplete={props.autoComplete}
					autoCapitalize="off"
					spellCheck={false}
					required={props.required}
					autoFocus={props.autoFocus}
				/>
				<IconButton
					label={isShown ? "Hide password" : "Show password"}
					icon={
						isShown ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />
					}
					onClick={() => setShown(!isShown)}
				/>
			</div>
		</FieldFrame>
	);
}
