import type { GroupRow } from "../../../../generated/client.ts";
import type { Reeve } from "../../app/reeve.tsx";

/** What may be done to a group: built-in ones keep their name and stay, and All holds every endpoint by itself. */
export function groupRights(
	{ built_in }: Pick<GroupRow, "built_in">,
	{ may }: Pick<Reeve, "may">,
) {
	const isOwn = built_in === null;
	return {
		edit: may("groups.update") && built_in !== "all",
		rename: may("groups.update") && isOwn,
		/** Who is in Administrators follows from the role. */
		changeUsers: may("groups.update") && isOwn,
		remove: may("groups.delete") && isOwn,
	};
}
