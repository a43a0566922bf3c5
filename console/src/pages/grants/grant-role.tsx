import type { Grant } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { FormDialog } from "../../form/form-dialog.tsx";
import { useForm } from "../../form/use-form.ts";
import { RadioCards } from "../../kit/radio-cards.tsx";
import { grantedRoleOptions } from "../roles/role-words.ts";

/** Changes the role of a grant. Mounted when it opens. */
export function GrantRole({
	grant,
	onClose,
}: {
	grant: Grant;
	onClose: () => void;
}) {
	const { client } = useReeve();
	const form = useForm({
		initial: { role: grant.role },
		version: grant.version,
		submit: ({ role }, options) =>
			client.grants.update({ id: grant.id, role }, options),
		changes: ["grants", "reach", "tenants", "audit"],
		done: "Role changed",
		onDone: onClose,
	});
	return (
		<FormDialog
			form={form}
			onClose={onClose}
			title={`${grant.group_name} in ${grant.tenant_name}`}
			description="Counts at once, for everybody in the group."
			action="Save"
		>
			<RadioCards
				label="Role there"
				plain
				options={grantedRoleOptions}
				{...form.field("role")}
			/>
		</FormDialog>
	);
}
