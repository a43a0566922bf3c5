import { useReeve } from "../../app/reeve.tsx";
import { FormDialog } from "../../form/form-dialog.tsx";
import { useForm } from "../../form/use-form.ts";
import { TextField } from "../../kit/text-field.tsx";
import type { TenantDialogProps } from "./tenant-dialogs.tsx";

/** Notes the plan that a tenant pays for. Mounted when it opens. */
export function SubscribeTenant({ tenant, onClose }: TenantDialogProps) {
	const { client } = useReeve();
	const form = useForm({
		initial: { plan: tenant.subscription ?? "" },
		version: tenant.version,
		check: ({ plan }) => (plan.trim() === "" ? { plan: "Name the plan." } : {}),
		submit: ({ plan }, options) =>
			client.tenants.subscribe({ id: tenant.id, plan }, options),
		changes: ["tenants", "audit"],
		done: "Plan noted",
		onDone: onClose,
	});
	return (
		<FormDialog
			form={form}
			onClose={onClose}
			title={`The plan of ${tenant.name}`}
			description="A note for your own books: it ends the trial and bills nobody."
			action="Save"
		>
			<TextField
				label="Plan"
				required
				placeholder="team-monthly"
				{...form.field("plan")}
			/>
		</FormDialog>
	);
}
