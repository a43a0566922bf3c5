import { useReeve } from "../../app/reeve.tsx";
import { useWrite } from "../../app/use-write.ts";
import { ConfirmDialog } from "../../kit/confirm-dialog.tsx";
import type { UserDialogProps } from "./user-dialogs.tsx";

/** Asks before the ownership is handed on; the new owner's name is typed. */
export function TransferOwnership({
	user: { id, name },
	onClose,
}: UserDialogProps) {
	const { account } = useReeve();
	const write = useWrite({
		call: ({ client }) => client.users.transferOwnership({ id }),
		changes: ["users", "groups", "reach", "audit"],
		done: `${name} owns ${account.name} now`,
		quiet: true,
		// What this person may do here has changed with it.
		onDone: () => window.location.reload(),
	});
	return (
		<ConfirmDialog
			open
			onClose={onClose}
			title={`Hand ${account.name} on to ${name}?`}
			action="Hand on"
			typeToConfirm={name}
			onConfirm={() => write.mutateAsync(undefined)}
		>
			<p>
				They become the owner, you an administrator. Only they can give it back.
			</p>
		</ConfirmDialog>
	);
}
