import type { BoundField } from "../../form/form-state.ts";
import { TextField } from "../../kit/text-field.tsx";
import classes from "./second-factors.module.css";

export const CODE_DIGITS = 6;

/** The six digits of an authenticator app, typed, pasted or filled in by the device. Other letters fall away. */
export function CodeField({
	field,
	autoFocus,
}: {
	field: BoundField<string>;
	autoFocus?: boolean | undefined;
}) {
	return (
		<div className={classes.code}>
			<TextField
				label="Code"
				inputMode="numeric"
				autoComplete="one-time-code"
				size="large"
				mono
				autoFocus={autoFocus}
				{...field}
				onChange={(text) =>
					field.onChange(text.replaceAll(/\D/g, "").slice(0, CODE_DIGITS))
				}
			/>
		</div>
	);
}

/** What is plainly wrong with a code before it is sent. */
export function missingDigits({ code }: { code: string }): { code?: string } {
	return code.length === CODE_DIGITS
		? {}
		: { code: "Enter the six digits that the app shows." };
}
