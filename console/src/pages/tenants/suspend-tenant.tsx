import { useState } from "react";
import { useWrite } from "../../app/use-write.ts";
import { ConfirmDialog } from "../../kit/confirm-dialog.tsx";
import { TextField } from "../../kit/text-field.tsx";
import type { TenantDialogProps } from "./tenant-dialogs.tsx";

/** Asks before a tenant stands still; the reason goes into the audit log of both accounts. */
export function SuspendTenant({
	tenant: { id, name, version },
	onClose,
}: TenantDialogProps) {
	const [reason, setReason] = useState("");
	const write = useWrite({
		call: ({ client }) =>
			client.tenants.suspend(
				{ id },
				{ ifMatch: version, ...(reason.trim() ? { reason } : {}) },
			),
		changes: ["tenants", "reach", "audit"],
		done: `${name} is suspended`,
		quiet: true,
	});
	return (
		<ConfirmDialog
			open
			onClose={onClose}
			title={`Suspend ${name}?`}
			action="Suspend"
			onConfirm={() => write.mutateAsync(undefined)}
		>
			<p>
				Nobody may work in it, its own people and yours, with keys or without,
				at once. Nothing is deleted, and resuming brings it all back.
			</p>
			<TextField
				label="Why?"
				optional
				maxLength={500}
				description="Kept in the audit log, where the tenant reads it too."
				value={reason}
				onChange={setReason}
			/>
		</ConfirmDialog>
	);
}
