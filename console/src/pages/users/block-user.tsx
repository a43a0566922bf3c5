import { useWrite } from "../../app/use-write.ts";
import { ConfirmDialog } from "../../kit/confirm-dialog.tsx";
import type { UserDialogProps } from "./user-dialogs.tsx";

/** Asks before somebody is locked out. */
export function BlockUser({ user, onClose }: UserDialogProps) {
	const { id, name, version } = user;
	const write = useWrite({
		call: ({ client }) =>
			client.users.update({ id, blocked: true }, { ifMatch: version }),
		changes: ["users", "reach", "audit"],
		done: `${name} is blocked`,
		quiet: true,
	});
	return (
		<ConfirmDialog
			open
			onClose={onClose}
			title={`Block ${name}?`}
			action="Block"
			onConfirm={() => write.mutateAsync(undefined)}
		>
			{user.kind === "human"
				? "They are signed out everywhere at once, and their keys open nothing. Nothing is deleted: unblocking brings it all back."
				: "Its tokens open nothing from now on. Nothing is deleted: unblocking brings them back."}
		</ConfirmDialog>
	);
}

/** Lets somebody in again who was blocked. */
export function useUnblock({ id, name, version }: UserDialogProps["user"]) {
	return useWrite<void, unknown>({
		call: ({ client }) =>
			client.users.update({ id, blocked: false }, { ifMatch: version }),
		changes: ["users", "reach", "audit"],
		done: `${name} may work again`,
	});
}
