import type { DnsPolicy } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { FormDialog } from "../../form/form-dialog.tsx";
import { ReferencesField } from "../../form/reference-field.tsx";
import { useForm } from "../../form/use-form.ts";
import { identityKinds, identitySources } from "./dns-identity.ts";

const none: string[] = [];

/** Assigns a policy to networks, endpoints and network devices. Mounted when it opens. */
export function AssignIdentities({
	policy: { id, name },
	onClose,
}: {
	policy: DnsPolicy;
	onClose: () => void;
}) {
	const { client } = useReeve();
	const form = useForm({
		initial: { registered_network: none, endpoint: none, network_device: none },
		check: (chosen) =>
			Object.values(chosen).flat().length === 0
				? { registered_network: "Choose what it should apply to." }
				: {},
		// Assigning again changes nothing, so that a second try after a failure does no harm.
		submit: async (chosen) => {
			for (const origin_id of Object.values(chosen).flat())
				await client.dnsPolicies.assign({ id, origin_id });
		},
		changes: ["dns_policies"],
		done: "Assigned",
		onDone: onClose,
	});
	return (
		<FormDialog
			form={form}
			onClose={onClose}
			title={`Assign ${name}`}
			description="It applies to what no policy before it names."
			action="Assign"
		>
			{(["registered_network", "endpoint", "network_device"] as const).map(
				(kind) => (
					<ReferencesField
						key={kind}
						label={`${identityKinds[kind]}s`}
						optional
						source={identitySources[kind]}
						placeholder="None"
						{...form.field(kind)}
					/>
				),
			)}
		</FormDialog>
	);
}
