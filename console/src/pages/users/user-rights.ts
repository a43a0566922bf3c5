import type { User } from "../../../../generated/client.ts";
import type { Reeve } from "../../app/reeve.tsx";
import { standsAbove } from "../roles/role-words.ts";

/** What somebody may do to a user: what the server would allow, so that nothing is offered in vain. */
export interface UserRights {
	isSelf: boolean;
	edit: boolean;
	changeRole: boolean;
	block: boolean;
	remove: boolean;
	decide: boolean;
	transfer: boolean;
	resetLink: boolean;
	endSessions: boolean;
	resetFactors: boolean;
	apiAccess: boolean;
}

/** Nobody touches who stands above them, nobody changes their own role, and the owner's role is only handed on. */
export function rightsOn(
	user: User,
	{ may, whoami }: Pick<Reeve, "may" | "whoami">,
): UserRights {
	const isSelf = whoami.user?.id === user.id;
	const isReachable = !standsAbove(user.role, whoami.role);
	const isPerson = user.kind === "human";
	const isHere = user.status === "active";
	const isOwner = user.role === "owner";
	const others = isReachable && !isSelf;
	return {
		isSelf,
		edit: may("users.update") && isReachable,
		changeRole: may("users.update") && others && !isOwner,
		block: may("users.update") && others && !isOwner,
		remove: may("users.delete") && others && !isOwner,
		decide: may("users.approve") && user.status === "pending",
		transfer:
			may("users.transfer_ownership") &&
			whoami.role === "owner" &&
			isPerson &&
			isHere &&
			!isOwner &&
			!user.blocked,
		resetLink: may("users.create_reset_link") && others && isPerson && isHere,
		endSessions: may("users.end_sessions") && others && isPerson && isHere,
		resetFactors:
			may("users.reset_second_factors") && others && isPerson && isHere,
		apiAccess: may("users.set_api_access") && isPerson,
	};
}
