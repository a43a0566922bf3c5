import { consoleClient } from "../../app/client.ts";
import { countOf } from "../../format/plurals.ts";
import { TextField } from "../../kit/text-field.tsx";
import { toast } from "../../kit/toast.ts";
import { overOr } from "./sign-in-over.ts";
import type { SignIn } from "./sign-in-stage.ts";
import { SignedOutCard } from "./signed-out-card.tsx";
import { StepFields, useStepForm } from "./step-form.tsx";

/** A recovery code, for the day on which the phone is lost. */
export function RecoveryStep({ signIn }: { signIn: SignIn }) {
	const form = useStepForm({
		initial: { code: "" },
		check: ({ code }) =>
			code.trim() === "" ? { code: "Enter one of your recovery codes." } : {},
		send: (values) =>
			overOr(signIn, async () => {
				const answer = await consoleClient().signIn.recoveryCode(values);
				await signIn.advance(answer);
				sayWhatIsLeft(answer.recovery_codes_left);
			}),
	});
	return (
		<SignedOutCard
			title="Use a recovery code"
			description="One of the codes that you put away. Each works once."
		>
			<StepFields form={form} action="Verify">
				<TextField
					label="Recovery code"
					placeholder="xxxx-xxxx-xxxx"
					mono
					size="large"
					autoFocus
					{...form.field("code")}
				/>
			</StepFields>
		</SignedOutCard>
	);
}

/** Whoever runs out of codes and loses the phone is locked out. */
function sayWhatIsLeft(left: number): void {
	toast.info(
		left === 0
			? "That was your last recovery code"
			: `${countOf(left, "recovery code")} left`,
		{ description: "New ones are made in your profile, under Sign-in." },
	);
}
