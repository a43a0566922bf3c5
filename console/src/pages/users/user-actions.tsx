import type { User } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { useWrite } from "../../app/use-write.ts";
import type { MenuItem } from "../../kit/menu.tsx";
import { useUnblock } from "./block-user.tsx";
import type { UserDialog } from "./user-dialogs.tsx";
import { rightsOn } from "./user-rights.ts";

/** What can be done to a user, as lines of a menu, as far as one may. */
export function useUserMenu(
	user: User,
	open: (dialog: UserDialog) => void,
): MenuItem[] {
	const rights = rightsOn(user, useReeve());
	const unblock = useUnblock(user);
	const approve = useApproval(user);
	const signsIn = rights.resetLink || rights.endSessions || rights.resetFactors;
	return [
		rights.decide && {
			label: "Let in",
			onSelect: () => approve.mutate(undefined),
		},
		rights.decide && {
			label: "Turn away…",
			danger: true,
			onSelect: () => open("reject"),
		},
		rights.edit && { label: "Edit…", onSelect: () => open("edit") },
		signsIn && { heading: "Signing in" },
		rights.resetLink && {
			label: "Make a link for a new password…",
			onSelect: () => open("reset"),
		},
		rights.resetFactors && {
			label: "Take second factors…",
			onSelect: () => open("factors"),
		},
		rights.endSessions && {
			label: "Sign out everywhere…",
			onSelect: () => open("sessions"),
		},
		(rights.transfer || rights.block || rights.remove) && "separator",
		rights.transfer && {
			label: "Hand the ownership on…",
			onSelect: () => open("transfer"),
		},
		rights.block &&
			(user.blocked
				? { label: "Unblock", onSelect: () => unblock.mutate(undefined) }
				: { label: "Block…", onSelect: () => open("block") }),
		rights.remove && {
			label: "Delete…",
			danger: true,
			onSelect: () => open("delete"),
		},
	];
}

/** Lets somebody in who awaits it. */
export function useApproval({ id, name }: User) {
	return useWrite<void, unknown>({
		call: ({ client }) => client.users.approve({ id }),
		changes: ["users", "audit"],
		done: `${name} was let in`,
	});
}
