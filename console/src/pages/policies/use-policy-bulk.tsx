import type { Policy } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { countOf } from "../../format/plurals.ts";
import type { BulkAction } from "../../list/list-types.ts";
import { useBulkRun } from "../../list/use-bulk-run.tsx";

const changes = ["policies", "networks"];

/** What can be done to several policies at once. Put `view` on the page. */
export function usePolicyBulk() {
	const { may } = useReeve();
	const on = useSwitching(true);
	const off = useSwitching(false);
	const deletion = useDeletion();
	const actions: (BulkAction<Policy> | false)[] = [
		may("policies.update") && {
			label: "Turn on",
			run: on.start,
			fits: (rows) => rows.some(({ enabled }) => !enabled),
		},
		may("policies.update") && {
			label: "Turn off",
			run: off.start,
			fits: (rows) => rows.some(({ enabled }) => enabled),
		},
		may("policies.delete") && {
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
				{on.view}
				{off.view}
				{deletion.view}
			</>
		),
	};
}

function useSwitching(enabled: boolean) {
	const { clientOf } = useReeve();
	return useBulkRun({
		operation: `policies.update:${enabled}`,
		action: (count) =>
			`Turn ${enabled ? "on" : "off"} ${countOf(count, "policy")}`,
		doing: enabled ? "Turning policies on" : "Turning policies off",
		warning: enabled
			? "What they allow can be reached at once."
			: "What they alone allow cannot be reached any more.",
		changes,
		call: ({ id, account }, options) =>
			clientOf(account).policies.update({ id, enabled }, options),
	});
}

function useDeletion() {
	const { clientOf } = useReeve();
	return useBulkRun({
		operation: "policies.delete",
		action: (count) => `Delete ${countOf(count, "policy")}`,
		doing: "Deleting policies",
		warning: "What they alone allow cannot be reached any more.",
		danger: true,
		changes,
		call: ({ id, account }, options) =>
			clientOf(account).policies.delete({ id }, options),
	});
}
