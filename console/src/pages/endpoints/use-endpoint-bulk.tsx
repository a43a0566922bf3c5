import type { Endpoint } from "../../../../generated/client.ts";
import { countOf } from "../../format/plurals.ts";
import { bulkOffer } from "../../list/bulk-offer.tsx";
import { useBulkRun } from "../../list/use-bulk-run.tsx";

/** What can be done to several endpoints at once. Put `view` on the page. */
export function useEndpointBulk() {
	return bulkOffer(useApproval(), useDeletion());
}

function useApproval() {
	return useBulkRun<Endpoint>({
		operation: "endpoints.update",
		label: "Approve",
		fits: (rows) => rows.every((row) => row.approval_required),
		action: (count) => `Approve ${countOf(count, "endpoint")}`,
		doing: "Approving endpoints",
		warning: "They reach what policies let their groups reach.",
		changes: ["endpoints"],
		call: (client, { id }, options) =>
			client.endpoints.update({ id, approval_required: false }, options),
	});
}

function useDeletion() {
	return useBulkRun({
		operation: "endpoints.delete",
		label: "Delete",
		action: (count) => `Delete ${countOf(count, "endpoint")}`,
		doing: "Deleting endpoints",
		warning:
			"They lose their address and reach nothing any more. One that routes into a network stays; you will see which.",
		danger: true,
		changes: ["endpoints", "groups"],
		call: (client, { id }, options) => client.endpoints.delete({ id }, options),
	});
}
