import { useReeve } from "../../app/reeve.tsx";
import { FormDialog } from "../../form/form-dialog.tsx";
import { needsName } from "../../form/needs-name.ts";
import { useForm } from "../../form/use-form.ts";
import { deviceWords } from "../../format/device-words.ts";
import { TextField } from "../../kit/text-field.tsx";
import { makePasskey } from "../second-factors/passkeys.ts";

/** Enrols a passkey; the browser asks the person. */
export function AddPasskey({
	onDone,
	onClose,
}: {
	onDone: (codes: readonly string[] | null) => void;
	onClose: () => void;
}) {
	const { client } = useReeve();
	const form = useForm({
		initial: { name: deviceWords(navigator.userAgent) },
		check: needsName,
		submit: async ({ name }, options) => {
			const begun = await client.secondFactors.beginPasskey();
			const response = await makePasskey(begun.options);
			return client.secondFactors.confirmPasskey({ name, response }, options);
		},
		changes: ["second_factors"],
		onDone: ({ recovery_codes }) => onDone(recovery_codes),
	});
	return (
		<FormDialog
			form={form}
			onClose={onClose}
			title="Add a passkey"
			description="Your browser keeps it and asks for a finger, a face, a PIN or a security key."
			action="Create passkey"
			size="small"
		>
			<TextField
				label="Name"
				description="To tell it from others."
				{...form.field("name")}
			/>
		</FormDialog>
	);
}
