import type { ReactNode } from "react";
import type { User } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { countOf } from "../../format/plurals.ts";
import type { BulkAction } from "../../list/list-types.ts";
import { type BulkOptions, useBulkRun } from "../../list/use-bulk-run.tsx";

/** What can be done to several users at once, and the view that shows how far it is. */
export function useUsersBulk(
	singular: string,
	plural: string,
): { bulk: BulkAction<User>[] | undefined; view: ReactNode } {
	const { may, clientOf } = useReeve();
	const blocking = useBulkRun({
		operation: "users.update",
		action: (count) => `Block ${countOf(count, singular, plural)}`,
		doing: `Blocking ${plural}`,
		warning:
			"They are signed out and their keys open nothing, at once. You cannot block yourself or the owner.",
		danger: true,
		changes: ["users", "reach"],
		call: ({ id, account }, options) =>
			clientOf(account).users.update({ id, blocked: true }, options),
	});
	const deletion = useBulkRun(
		deletionOf(singular, plural, ({ id, account }, options) =>
			clientOf(account).users.delete({ id }, options),
		),
	);
	const bulk = [
		may("users.update") && {
			label: "Block",
			run: blocking.start,
			fits: (users: User[]) => users.some(({ blocked }) => !blocked),
		},
		may("users.delete") && {
			label: "Delete",
			danger: true,
			run: deletion.start,
		},
	].filter((action) => action !== false);
	return {
		bulk: bulk.length > 0 ? bulk : undefined,
		view: (
			<>
				{blocking.view}
				{deletion.view}
			</>
		),
	};
}

function deletionOf(
	singular: string,
	plural: string,
	call: BulkOptions["call"],
): BulkOptions {
	return {
		operation: "users.delete",
		action: (count) => `Delete ${countOf(count, singular, plural)}`,
		doing: `Deleting ${plural}`,
		warning:
			"Their keys and endpoints go too, and what uses them stops at once. What they did stays in the audit log.",
		danger: true,
		changes: ["users", "user_invites", "groups", "reach", "keys"],
		call,
	};
}
