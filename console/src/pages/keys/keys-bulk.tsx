import type { Key } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { countOf } from "../../format/plurals.ts";
import { bulkOffer } from "../../list/bulk-offer.tsx";
import { useBulkRun } from "../../list/use-bulk-run.tsx";
import { rightsOn } from "./key-rights.ts";

/** Disabling and deleting several keys at once, for the rows where one may. */
export function useKeysBulk() {
	return bulkOffer(useDisabling(), useDeletion());
}

function useDisabling() {
	const reeve = useReeve();
	return useBulkRun<Key>({
		operation: "keys.disable",
		label: "Disable",
		fits: (rows) => rows.every((key) => rightsOn(key, reeve).disable),
		action: (count) => `Disable ${countOf(count, "key")}`,
		doing: "Disabling keys",
		warning: "They are refused from now on, until somebody enables them again.",
		changes: ["keys"],
		call: (client, { id }, options) => client.keys.disable({ id }, options),
	});
}

function useDeletion() {
	const reeve = useReeve();
	return useBulkRun<Key>({
		operation: "keys.delete",
		label: "Delete",
		fits: (rows) => rows.every((key) => rightsOn(key, reeve).remove),
		action: (count) => `Delete ${countOf(count, "key")}`,
		doing: "Deleting keys",
		warning: "Whatever uses them stops working at once. This cannot be undone.",
		danger: true,
		changes: ["keys"],
		call: (client, { id }, options) => client.keys.delete({ id }, options),
	});
}
