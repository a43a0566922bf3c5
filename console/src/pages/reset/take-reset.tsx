import { useQuery } from "@tanstack/react-query";
import type { SignInResetAnswer } from "../../../../generated/client.ts";
import { consoleClient } from "../../app/client.ts";
import { AccountName } from "../password/account-name.tsx";
import { NewPasswordField } from "../password/new-password-field.tsx";
import { passwordFault } from "../password/password-rule.ts";
import { LinkProblem } from "../sign-in/link-problem.tsx";
import { LoadingCard } from "../sign-in/loading-card.tsx";
import { type SignIn, useSignIn } from "../sign-in/sign-in-stage.ts";
import { SignInSteps } from "../sign-in/sign-in-steps.tsx";
import { SignedOutCard } from "../sign-in/signed-out-card.tsx";
import { StepFields, useStepForm } from "../sign-in/step-form.tsx";

/** Looks at what a reset link opens, and lets a new password be chosen. */
export function TakeReset({ token }: { token: string }) {
	const signIn = useSignIn(undefined);
	const { data, error, refetch } = useQuery({
		queryKey: ["signed-out", "reset", token],
		queryFn: () => consoleClient().signIn.reset({ token }),
		gcTime: 0,
	});
	if (signIn.stage.at !== "password") return <SignInSteps signIn={signIn} />;
	if (error)
		return (
			<LinkProblem
				error={error}
				title="This link opens nothing any more"
				words="It was used, it is older than an hour, a newer one replaced it, or it is not whole."
				advice="Have a new one sent, or ask an administrator of your organization."
				onRetry={() => void refetch()}
			/>
		);
	if (!data) return <LoadingCard title="Choose a new password" />;
	return <ResetForm reset={data} token={token} signIn={signIn} />;
}

function ResetForm({
	reset: { email, organization },
	token,
	signIn,
}: {
	reset: SignInResetAnswer;
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
			signIn.setEmail(email);
			const { signIn: calls } = consoleClient();
			await signIn.advance(await calls.completeReset({ token, password }));
		},
	});
	return (
		<SignedOutCard
			title="Choose a new password"
			description={`For ${organization}. Wherever you are signed in, you are signed out.`}
		>
			<StepFields form={form} action="Set password and sign in">
				<AccountName email={email} />
				<NewPasswordField
					label="New password"
					size="large"
					autoFocus
					field={form.field("password")}
				/>
			</StepFields>
		</SignedOutCard>
	);
}
