import Check from "lucide-react/icons/check";
import Dot from "lucide-react/icons/dot";
import type { BoundField } from "../../form/form-state.ts";
import { PasswordField } from "../../kit/password-field.tsx";
import { VisuallyHidden } from "../../kit/visually-hidden.tsx";
import classes from "./new-password-field.module.css";
import { passwordRule } from "./password-rule.ts";

/** A password to choose, with the rule below it, each part ticked off as it is met. */
export function NewPasswordField({
	field,
	label = "Password",
	size,
	autoFocus,
}: {
	field: BoundField<string>;
	label?: string | undefined;
	size?: "medium" | "large" | undefined;
	autoFocus?: boolean | undefined;
}) {
	return (
		<PasswordField
			label={label}
			autoComplete="new-password"
			size={size}
			autoFocus={autoFocus}
			description={<Rule password={field.value} />}
			{...field}
		/>
	);
}

function Rule({ password }: { password: string }) {
	return (
		<span className={classes.rule}>
			{passwordRule.map(({ words, isMet }) => (
				<Part key={words} words={words} isMet={isMet(password)} />
			))}
		</span>
	);
}

function Part({ words, isMet }: { words: string; isMet: boolean }) {
	return (
		<span className={isMet ? classes.met : classes.part}>
			{isMet ? <Check aria-hidden="true" /> : <Dot aria-hidden="true" />}
			{words}
			<VisuallyHidden>{isMet ? " (met)." : " (not met yet)."}</VisuallyHidden>
		</span>
	);
}
