import type { SignInInvitationAnswer } from "../../../../generated/client.ts";
import { consoleClient } from "../../app/client.ts";
import { AccountName } from "../password/account-name.tsx";
import { NewPasswordField } from "../password/new-password-field.tsx";
import { passwordFault } from "../password/password-rule.ts";
import type { SignIn } from "../sign-in/sign-in-stage.ts";
import { SignedOutCard } from "../sign-in/signed-out-card.tsx";
import { StepFields, useStepForm } from "../sign-in/step-form.tsx";

/** Choosing a password takes the invitation. */
export function AcceptInvitation({
	invitation,
	token,
	signIn,
}: {
	invitation: SignInInvitationAnswer;
	token: string;
	signIn: SignIn;
}) {
	const form = useStepForm({
		initial: { password: "" },
		check: ({ password }) => {
			const fault = passwordFault(password);
			return fault ? { password: fault } : {};
		},
		send: async ({ password }) => {
			signIn.setEmail(invitation.email);
			const { signIn: calls } = consoleClient();
			await signIn.advance(await calls.acceptInvitation({ token, password }));
		},
	});
	return (
		<SignedOutCard
			title={`Join ${invitation.organization}`}
			description={`${invitation.invited_by} invited you, ${invitation.name}. Choose a password to sign in with.`}
		>
			<StepFields form={form} action="Join">
				<AccountName email={invitation.email} />
				<NewPasswordField
					size="large"
					autoFocus
					field={form.field("password")}
				/>
			</StepFields>
		</SignedOutCard>
	);
}
