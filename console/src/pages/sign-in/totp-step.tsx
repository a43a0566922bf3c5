import { consoleClient } from "../../app/client.ts";
import { CodeField, missingDigits } from "../second-factors/code-field.tsx";
import { useSentWhenComplete } from "./sent-when-complete.ts";
import { overOr } from "./sign-in-over.ts";
import type { SignIn } from "./sign-in-stage.ts";
import { SignedOutCard } from "./signed-out-card.tsx";
import { StepFields, type StepForm, useStepForm } from "./step-form.tsx";

/** A code of the authenticator app; the sixth digit sends it. */
export function TotpStep({ signIn }: { signIn: SignIn }) {
	const form: StepForm<{ code: string }> = useStepForm({
		initial: { code: "" },
		check: missingDigits,
		send: (values) =>
			overOr(signIn, async () => {
				try {
					await signIn.advance(await consoleClient().signIn.totp(values));
				} catch (error) {
					form.set("code", "");
					throw error;
				}
			}),
	});
	useSentWhenComplete(form);
	return (
		<SignedOutCard
			title="Enter the code"
			description="Your authenticator app shows six digits for Reeve."
		>
			<StepFields form={form} action="Verify">
				<CodeField field={form.field("code")} autoFocus />
			</StepFields>
		</SignedOutCard>
	);
}
