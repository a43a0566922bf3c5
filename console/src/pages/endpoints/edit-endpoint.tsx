import { useState } from "react";
import type { Endpoint } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { FormDialog } from "../../form/form-dialog.tsx";
import { needsName } from "../../form/needs-name.ts";
import { useForm } from "../../form/use-form.ts";
import { Checkbox } from "../../kit/checkbox.tsx";
import { TextField } from "../../kit/text-field.tsx";

/** Renames an endpoint, moves it to another address, or changes what it may. Mounted when it opens. */
export function EditEndpoint({
	endpoint: given,
	onClose,
}: {
	endpoint: Endpoint;
	onClose: () => void;
}) {
	const { client } = useReeve();
	const [endpoint] = useState(given);
	const form = useForm({
		initial: {
			name: endpoint.name,
			ip: endpoint.ip ?? "",
			ssh_enabled: endpoint.ssh_enabled,
			login_expiration_enabled: endpoint.login_expiration_enabled,
			inactivity_expiration_enabled: endpoint.inactivity_expiration_enabled,
		},
		version: endpoint.version,
		check: needsName,
		submit: ({ ip, ...values }, options) =>
			client.endpoints.update(
				{ id: endpoint.id, ...values, ...(ip === endpoint.ip ? {} : { ip }) },
				options,
			),
		changes: ["endpoints"],
		done: "Endpoint changed",
		onDone: onClose,
	});
	return (
		<FormDialog
			form={form}
			onClose={onClose}
			title={`Edit ${endpoint.name}`}
			action="Save"
		>
			<TextField label="Name" required {...form.field("name")} />
			<TextField
				label="Address"
				mono
				description="Within the account's network; it must be free."
				{...form.field("ip")}
			/>
			<Checkbox
				label="Allow remote shells (SSH)"
				description="Who may open one is for policies to say."
				{...form.field("ssh_enabled")}
			/>
			<Checkbox
				label="Its login expires"
				description="Only where the account has logins expire and it belongs to a user."
				{...form.field("login_expiration_enabled")}
			/>
			<Checkbox
				label="Its login expires when it is idle"
				{...form.field("inactivity_expiration_enabled")}
			/>
		</FormDialog>
	);
}
