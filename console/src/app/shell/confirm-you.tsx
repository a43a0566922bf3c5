import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { FormBody } from "../../form/form-body.tsx";
import { useForm } from "../../form/use-form.ts";
import { Button } from "../../kit/button.tsx";
import { Dialog } from "../../kit/dialog.tsx";
import { PasswordField } from "../../kit/password-field.tsx";
import { TextField } from "../../kit/text-field.tsx";
import { factorsKey } from "../../pages/profile/own-queries.ts";
import {
	askForPasskey,
	passkeysWork,
} from "../../pages/second-factors/passkeys.ts";
import { consoleClient } from "../client.ts";
import { answerConfirmation } from "../confirmation.ts";

const proofs = ["password", "code", "passkey"] as const;
type Proof = (typeof proofs)[number];

const FORM = "confirm-you";

const instead: Record<Proof, string> = {
	password: "Use the password",
	code: "Use a code instead",
	passkey: "Use a passkey instead",
};

/** Asks once more who is there, before a change of how somebody signs in. */
export function ConfirmYou() {
	const [proof, setProof] = useState<Proof>("password");
	const [isPending, setPending] = useState(false);
	const hasPasskey = useHasPasskey();
	const cancel = () => answerConfirmation(false);
	const others = proofs.filter(
		(other) => other !== proof && (other !== "passkey" || hasPasskey),
	);
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
			{others.map((other) => (
				<Button key={other} variant="quiet" onClick={() => setProof(other)}>
					{instead[other]}
				</Button>
			))}
		</Dialog>
	);
}

/** Whether this browser can show one of the person's passkeys; whoever comes by single sign-on may have nothing else. */
function useHasPasskey(): boolean {
	const { data } = useQuery({
		queryKey: factorsKey,
		queryFn: ({ signal }) => consoleClient().secondFactors.list({}, { signal }),
		enabled: passkeysWork(),
	});
	return data?.data.some(({ kind }) => kind === "passkey") ?? false;
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
			proof === "passkey" || values[proof].trim() !== ""
				? {}
				: { [proof]: missing[proof] },
		submit: async (values) => {
			onPending(true);
			try {
				const { sessions } = consoleClient();
				return await sessions.confirm(
					proof === "passkey"
						? { passkey: await shownPasskey() }
						: { [proof]: values[proof] },
				);
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
			) : null}
			{proof === "code" ? (
				<TextField
					label="Code"
					description="Of your authenticator app, or a recovery code."
					autoComplete="one-time-code"
					mono
					autoFocus
					{...form.field("code")}
				/>
			) : null}
			{proof === "passkey" ? (
				<p>Your browser asks for a finger, a face, a PIN or a security key.</p>
			) : null}
		</FormBody>
	);
}

async function shownPasskey() {
	const { options } = await consoleClient().sessions.passkeyOptions();
	return askForPasskey(options);
}

const missing: Record<Exclude<Proof, "passkey">, string> = {
	password: "Enter your password.",
	code: "Enter a code.",
};
