import type { SecondFactorBeginTotpAnswer } from "../../../../generated/client.ts";
import { consoleClient } from "../../app/client.ts";
import { Button } from "../../kit/button.tsx";
import { AppSecret } from "../second-factors/app-secret.tsx";
import { CodeField, missingDigits } from "../second-factors/code-field.tsx";
import { useSentWhenComplete } from "./sent-when-complete.ts";
import { SignedOutCard } from "./signed-out-card.tsx";
import { StepFields, useStepForm } from "./step-form.tsx";

/** Scan, then prove by a code that the app has it. */
export function EnrolAppStep({
	begun,
	onEnrolled,
	onBack,
}: {
	begun: SecondFactorBeginTotpAnswer;
	onEnrolled: (codes: readonly string[] | null) => Promise<void>;
	onBack: () => void;
}) {
	const form = useStepForm({
		initial: { code: "" },
		check: missingDigits,
		send: async (values) => {
			const { secondFactors } = consoleClient();
			const made = await secondFactors.confirmTotp(values);
			await onEnrolled(made.recovery_codes);
		},
	});
	useSentWhenComplete(form);
	return (
		<SignedOutCard
			title="Add your authenticator app"
			description="Scan the code, then enter the six digits that the app shows."
			wide
			footer={
				<Button variant="quiet" onClick={onBack}>
					Choose something else
				</Button>
			}
		>
			<AppSecret {...begun} />
			<StepFields form={form} action="Confirm">
				<CodeField field={form.field("code")} autoFocus />
			</StepFields>
		</SignedOutCard>
	);
}
