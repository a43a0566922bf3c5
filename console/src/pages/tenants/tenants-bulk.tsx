import type { TenantRow } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { countOf } from "../../format/plurals.ts";
import type { BulkAction } from "../../list/list-types.ts";
import { useBulkRun } from "../../list/use-bulk-run.tsx";
import { hasJoined } from "./tenant-status.tsx";

/** Suspends or resumes several tenants. A tenant's number is sought in the provider, so the calls run there. */
export function useTenantsBulk() {
	const { may, client } = useReeve();
	const suspending = useBulkRun({
		operation: "tenants.suspend",
		action: (count) => `Suspend ${countOf(count, "tenant")}`,
		doing: "Suspending tenants",
		warning:
			"Nobody may work in them, people and keys alike, at once. Nothing is deleted.",
		danger: true,
		changes: ["tenants"],
		call: ({ id }, options) => client.tenants.suspend({ id }, options),
	});
	const resuming = useBulkRun({
		operation: "tenants.resume",
		action: (count) => `Resume ${countOf(count, "tenant")}`,
		doing: "Resuming tenants",
		warning: "People and keys may work in them again, at once.",
		changes: ["tenants"],
		call: ({ id }, options) => client.tenants.resume({ id }, options),
	});
	const bulk: BulkAction<TenantRow>[] = [];
	if (may("tenants.suspend"))
		bulk.push({
			label: "Suspend",
			run: suspending.start,
			fits: (rows) =>
				rows.every((row) => hasJoined(row) && row.status !== "suspended"),
		});
	if (may("tenants.resume"))
		bulk.push({
			label: "Resume",
			run: resuming.start,
			fits: (rows) => rows.every(({ status }) => status === "suspended"),
		});
	return {
		bulk,
		view: (
			<>
				{suspending.view}
				{resuming.view}
			</>
		),
	};
}
