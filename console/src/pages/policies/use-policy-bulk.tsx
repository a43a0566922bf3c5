import type { Policy } from "../../../../generated/client.ts";
import { countOf } from "../../format/plurals.ts";
import { bulkOffer } from "../../list/bulk-offer.tsx";
import { useBulkRun } from "../../list/use-bulk-run.tsx";

const changes = ["policies", "networks"];

/** What can be done to several policies at once. Put `view` on the page. */
export function usePolicyBulk() {
	return bulkOffer(useSwitching(true), useSwitching(false), useDeletion());
}

function useSwitching(enabled: boolean) {
	return useBulkRun<Policy>({
		operation: `policies.update:${enabled}`,
		label: enabled ? "Turn on" : "Turn off",
		fits: (rows) => rows.some((row) => row.enabled !== enabled),
		action: (count) =>
			`Turn ${enabled ? "on" : "off"} ${countOf(count, "policy")}`,
		doing: enabled ? "Turning policies on" : "Turning policies off",
		warning: enabled
			? "What they allow can be reached at once."
			: "What they alone allow cannot be reached any more.",
		changes,
		call: (client, { id }, options) =>
			client.policies.update({ id, enabled }, options),
	});
}

function useDeletion() {
	return useBulkRun({
		operation: "policies.delete",
		label: "Delete",
		action: (count) => `Delete ${countOf(count, "policy")}`,
		doing: "Deleting policies",
		warning: "What they alone allow cannot be reached any more.",
		danger: true,
		changes,
		call: (client, { id }, options) => client.policies.delete({ id }, options),
	});
}
