import type { ReactNode } from "react";
import type { Key } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { countOf } from "../../format/plurals.ts";
import type { BulkAction } from "../../list/list-types.ts";
import { useBulkRun } from "../../list/use-bulk-run.tsx";
import { rightsOn } from "./key-rights.ts";

/** Disabling and deleting several keys at once, for the rows where one may. */
export function useKeysBulk(): {
	bulk: BulkAction<Key>[] | undefined;
	view: ReactNode;
} {
	const reeve = useReeve();
	const { clientOf, may } = reeve;
	const disabling = useBulkRun({
		operation: "keys.disable",
		action: (count) => `Disable ${countOf(count, "key")}`,
		doing: "Disabling keys",
		warning: "They are refused from now on, until somebody enables them again.",
		changes: ["keys"],
		call: ({ id, account }, options) =>
			clientOf(account).keys.disable({ id }, options),
	});
	const deletion = useBulkRun({
		operation: "keys.delete",
		action: (count) => `Delete ${countOf(count, "key")}`,
		doing: "Deleting keys",
		warning: "Whatever uses them stops working at once. This cannot be undone.",
		danger: true,
		changes: ["keys"],
		call: ({ id, account }, options) =>
			clientOf(account).keys.delete({ id }, options),
	});
	const bulk: BulkAction<Key>[] = [];
	if (may("keys.disable"))
		bulk.push({
			label: "Disable",
			run: disabling.start,
			fits: (rows) => rows.every((key) => rightsOn(key, reeve).disable),
		});
	if (may("keys.delete"))
		bulk.push({
			label: "Delete",
			danger: true,
			run: deletion.start,
			fits: (rows) => rows.every((key) => rightsOn(key, reeve).remove),
		});
	return {
		bulk: bulk.length > 0 ? bulk : undefined,
		view: (
			<>
				{disabling.view}
				{deletion.view}
			</>
		),
	};
}
