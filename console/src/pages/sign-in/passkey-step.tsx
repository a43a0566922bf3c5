import { consoleClient } from "../../app/client.ts";
import { askForPasskey } from "../second-factors/passkeys.ts";
import { overOr } from "./sign-in-over.ts";
import type { SignIn } from "./sign-in-stage.ts";
import { SignedOutCard } from "./signed-out-card.tsx";
import { StepFields, useStepForm } from "./step-form.tsx";

/** A passkey after the password. */
export function PasskeyStep({ signIn }: { signIn: SignIn }) {
	const form = useStepForm({
		initial: {},
		send: () =>
			overOr(signIn, async () => {
				const { signIn: calls } = consoleClient();
				const { options } = await calls.passkeyOptions({});
				const response = await askForPasskey(options);
				await signIn.advance(await calls.passkey({ response }));
			}),
	});
	return (
		<SignedOutCard
			title="Use your passkey"
			description="Your browser asks for a finger, a face, a PIN or a security key."
		>
			<StepFields form={form} action="Continue with a passkey" autoFocus />
		</SignedOutCard>
	);
}
