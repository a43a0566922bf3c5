import { useState } from "react";
import { FormBody } from "../../form/form-body.tsx";
import { useForm } from "../../form/use-form.ts";
import { Button } from "../../kit/button.tsx";
import { Dialog } from "../../kit/dialog.tsx";
import { PasswordField } from "../../kit/password-field.tsx";
import { TextField } from "../../kit/text-field.tsx";
import { consoleClient } from "../client.ts";
import { answerConfirmation } from "../confirmation.ts";

type Proof = "password" | "code";

const FORM = "confirm-you";

/** Asks once more who is there, before a change of how somebody signs in. */
export function ConfirmYou() {
	const [proof, setProof] = useState<Proof>("password");
	const [isPending, setPending] = useState(false);
	const cancel = () => answerConfirmation(false);
	return (
		<Dialog
			open
			onClose={cancel}
			title="Confirm that it is you"
			description="What you are about to do changes how you sign in. This holds for 15 minutes."
			size="small"
			keepOnOutsidePress
			footer={
				<>
					<Button onClick={cancel}>Cancel</Button>
					<Button
						type="submit"
						form={FORM}
						variant="primary"
						pending={isPending}
					>
						Confirm
					</Button>
				</>
			}
		>
			<ProofForm key={proof} proof={proof} onPending={setPending} />
			<Button
				variant="quiet"
				onClick={() => setProof(proof === "password" ? "code" : "password")}
			>
				{proof === "password" ? "Use a code instead" : "Use the password"}
			</Button>
		</Dialog>
	);
}

function ProofForm({
	proof,
	onPending,
}: {
	proof: Proof;
	onPending: (isPending: boolean) => void;
}) {
	const form = useForm({
		initial: { password: "", code: "" },
		check: (values) =>
			values[proof].trim() === "" ? { [proof]: missing[proof] } : {},
		submit: async (values) => {
			onPending(true);
			try {
				return await consoleClient().sessions.confirm({
					[proof]: values[proof],
				});
			} finally {
				onPending(false);
			}
		},
		onDone: () => answerConfirmation(true),
	});
	return (
		<FormBody id={FORM} form={form}>
			{proof === "password" ? (
				<PasswordField
					label="Password"
					autoComplete="current-password"
					autoFocus
					{...form.field("password")}
				/>
			) : (
				<TextField
					label="Code"
					description="Of your authenticator app, or a recovery code."
					autoComplete="one-time-code"
					mono
					autoFocus
					{...form.field("code")}
				/>
			)}
		</FormBody>
	);
}

const missing: Record<Proof, string> = {
	password: "Enter your password.",
	code: "Enter a code.",
};
