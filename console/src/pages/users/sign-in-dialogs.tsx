import { useWrite } from "../../app/use-write.ts";
import { countOf } from "../../format/plurals.ts";
import { ConfirmDialog } from "../../kit/confirm-dialog.tsx";
import type { UserDialogProps } from "./user-dialogs.tsx";

/** Asks before somebody is signed out everywhere. */
export function EndSessions({ user: { id, name }, onClose }: UserDialogProps) {
	const write = useWrite({
		call: ({ client }) => client.users.endSessions({ id }),
		changes: ["audit"],
		done: ({ ended }) => `${countOf(ended, "session")} ended`,
		quiet: true,
	});
	return (
		<ConfirmDialog
			open
			onClose={onClose}
			title={`Sign ${name} out everywhere?`}
			action="Sign out everywhere"
			onConfirm={() => write.mutateAsync(undefined)}
		>
			They can sign in again. Keys and tokens go on working.
		</ConfirmDialog>
	);
}

/** Asks before somebody's second factors are taken, as for a lost phone. */
export function ResetFactors({ user: { id, name }, onClose }: UserDialogProps) {
	const write = useWrite({
		call: ({ client }) => client.users.resetSecondFactors({ id }),
		changes: ["users", "audit"],
		done: ({ second_factors }) =>
			second_factors === 0
				? "There was no second factor"
				: `${countOf(second_factors, "second factor")} taken`,
		quiet: true,
	});
	return (
		<ConfirmDialog
			open
			onClose={onClose}
			title={`Take the second factors of ${name}?`}
			action="Take second factors"
			onConfirm={() => write.mutateAsync(undefined)}
		>
			For a lost phone: apps, passkeys and recovery codes are gone, and open
			sessions end. Make sure that it is really they who ask.
		</ConfirmDialog>
	);
}
