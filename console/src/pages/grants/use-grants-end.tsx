import { countOf } from "../../format/plurals.ts";
import { useBulkRun } from "../../list/use-bulk-run.tsx";

/** Ends several grants, after asking. */
export function useGrantsEnd() {
	return useBulkRun({
		operation: "grants.delete",
		label: "End",
		action: (count) => `End ${countOf(count, "grant")}`,
		doing: "Ending grants",
		warning:
			"People who reach a tenant through these alone lose it at once, and so do their keys.",
		danger: true,
		changes: ["grants", "reach", "tenants"],
		call: (client, { id }, options) => client.grants.delete({ id }, options),
	});
}
