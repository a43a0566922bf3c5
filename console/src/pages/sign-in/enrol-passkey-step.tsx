import { consoleClient } from "../../app/client.ts";
import { needsName } from "../../form/needs-name.ts";
import { deviceWords } from "../../format/device-words.ts";
import { Button } from "../../kit/button.tsx";
import { TextField } from "../../kit/text-field.tsx";
import { makePasskey } from "../second-factors/passkeys.ts";
import { SignedOutCard } from "./signed-out-card.tsx";
import { StepFields, useStepForm } from "./step-form.tsx";

/** The browser makes a passkey; the name is for the person alone, to tell it from others later. */
export function EnrolPasskeyStep({
	onEnrolled,
	onBack,
}: {
	onEnrolled: (codes: readonly string[] | null) => Promise<void>;
	onBack: () => void;
}) {
	const form = useStepForm({
		initial: { name: deviceWords(navigator.userAgent) },
		check: needsName,
		send: async ({ name }) => {
			const { secondFactors } = consoleClient();
			const { options } = await secondFactors.beginPasskey();
			const response = await makePasskey(options);
			const made = await secondFactors.confirmPasskey({ name, response });
			await onEnrolled(made.recovery_codes);
		},
	});
	return (
		<SignedOutCard
			title="Add a passkey"
			description="Your browser keeps it and asks for a finger, a face, a PIN or a security key."
			footer={
				<Button variant="quiet" onClick={onBack}>
					Choose something else
				</Button>
			}
		>
			<StepFields form={form} action="Create passkey">
				<TextField
					label="Name"
					description="To tell it from others later."
					size="large"
					autoFocus
					{...form.field("name")}
				/>
			</StepFields>
		</SignedOutCard>
	);
}
