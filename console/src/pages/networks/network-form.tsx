import { useState } from "react";
import type { Network } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { FormDialog } from "../../form/form-dialog.tsx";
import { needsName } from "../../form/needs-name.ts";
import { useForm } from "../../form/use-form.ts";
import { TextArea } from "../../kit/text-area.tsx";
import { TextField } from "../../kit/text-field.tsx";

/** Makes a network, or changes one. Mounted when it opens. */
export function NetworkForm({
	network: given,
	onClose,
	onDone,
}: {
	/** What is changed; left out for a new one. */
	network?: Network | undefined;
	onClose: () => void;
	onDone?: ((network: Network) => void) | undefined;
}) {
	const { client } = useReeve();
	const [network] = useState(given);
	const form = useForm({
		initial: {
			name: network?.name ?? "",
			description: network?.description ?? "",
		},
		version: network?.version,
		check: needsName,
		submit: (values, options) =>
			network
				? client.networks.update({ id: network.id, ...values }, options)
				: client.networks.create(values, options),
		changes: ["networks"],
		done: network ? "Network changed" : "Network created",
		onDone: (made) => {
			onClose();
			onDone?.(made);
		},
	});
	return (
		<FormDialog
			form={form}
			onClose={onClose}
			title={network ? `Edit ${network.name}` : "New network"}
			action={network ? "Save" : "Create network"}
		>
			<TextField
				label="Name"
				required
				placeholder="Vienna office"
				{...form.field("name")}
			/>
			<TextArea label="Description" optional {...form.field("description")} />
		</FormDialog>
	);
}
