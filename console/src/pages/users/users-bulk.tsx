import type { User } from "../../../../generated/client.ts";
import { countOf } from "../../format/plurals.ts";
import { bulkOffer } from "../../list/bulk-offer.tsx";
import { useBulkRun } from "../../list/use-bulk-run.tsx";

/** What can be done to several users at once, and the view that shows how far it is. */
export function useUsersBulk(singular: string, plural: string) {
	return bulkOffer(
		useBlocking(singular, plural),
		useDeletion(singular, plural),
	);
}

function useBlocking(singular: string, plural: string) {
	return useBulkRun<User>({
		operation: "users.update",
		label: "Block",
		fits: (users) => users.some(({ blocked }) => !blocked),
		action: (count) => `Block ${countOf(count, singular, plural)}`,
		doing: `Blocking ${plural}`,
		warning:
			"They are signed out and their keys open nothing, at once. You cannot block yourself or the owner.",
		danger: true,
		changes: ["users", "reach"],
		call: (client, { id }, options) =>
			client.users.update({ id, blocked: true }, options),
	});
}

function useDeletion(singular: string, plural: string) {
	return useBulkRun({
		operation: "users.delete",
		label: "Delete",
		action: (count) => `Delete ${countOf(count, singular, plural)}`,
		doing: `Deleting ${plural}`,
		warning:
			"Their keys and endpoints go too, and what uses them stops at once. What they did stays in the audit log.",
		danger: true,
		changes: ["users", "user_invites", "groups", "reach", "keys"],
		call: (client, { id }, options) => client.users.delete({ id }, options),
	});
}
