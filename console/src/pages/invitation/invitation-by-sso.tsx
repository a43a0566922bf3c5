import type { SignInInvitationAnswer } from "../../../../generated/client.ts";
import { consoleClient } from "../../app/client.ts";
import { SignedOutCard } from "../sign-in/signed-out-card.tsx";
import { StepFields, useStepForm } from "../sign-in/step-form.tsx";

/** The organization has its people sign in at its own provider; coming from there takes the invitation. */
export function InvitationBySso({
	invitation: { email, name, organization, invited_by },
}: {
	invitation: SignInInvitationAnswer;
}) {
	const form = useStepForm({
		initial: {},
		send: async () => {
			const { url } = await consoleClient().signIn.sso({ email });
			location.assign(url);
			await new Promise(() => undefined);
		},
	});
	return (
		<SignedOutCard
			title={`Join ${organization}`}
			description={`${invited_by} invited you, ${name}. Sign in with the account of your organization, ${email}.`}
		>
			<StepFields form={form} action="Continue" autoFocus />
		</SignedOutCard>
	);
}
