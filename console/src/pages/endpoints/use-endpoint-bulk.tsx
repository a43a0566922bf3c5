import type { Endpoint } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { countOf } from "../../format/plurals.ts";
import type { BulkAction } from "../../list/list-types.ts";
import { useBulkRun } from "../../list/use-bulk-run.tsx";

/** What can be done to several endpoints at once. Put `view` on the page. */
export function useEndpointBulk() {
	const { may } = useReeve();
	const approval = useApproval();
	const deletion = useDeletion();
	const actions: (BulkAction<Endpoint> | false)[] = [
		may("endpoints.update") && {
			label: "Approve",
			run: approval.start,
			fits: (rows) => rows.every((row) => row.approval_required),
		},
		may("endpoints.delete") && {
			label: "Delete",
			danger: true,
			run: deletion.start,
		},
	];
	const offered = actions.filter((action) => action !== false);
	return {
		bulk: offered.length > 0 ? offered : undefined,
		view: (
			<>
				{approval.view}
				{deletion.view}
			</>
		),
	};
}

function useApproval() {
	const { clientOf } = useReeve();
	return useBulkRun({
		operation: "endpoints.update",
		action: (count) => `Approve ${countOf(count, "endpoint")}`,
		doing: "Approving endpoints",
		warning: "They reach what policies let their groups reach.",
		changes: ["endpoints"],
		call: ({ id, account }, options) =>
			clientOf(account).endpoints.update(
				{ id, approval_required: false },
				options,
			),
	});
}

function useDeletion() {
	const { clientOf } = useReeve();
	return useBulkRun({
		operation: "endpoints.delete",
		action: (count) => `Delete ${countOf(count, "endpoint")}`,
		doing: "Deleting endpoints",
		warning:
			"They lose their address and reach nothing any more. One that routes into a network stays; you will see which.",
		danger: true,
		changes: ["endpoints", "groups"],
		call: ({ id, account }, options) =>
			clientOf(account).endpoints.delete({ id }, options),
	});
}
