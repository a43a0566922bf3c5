import type { TenantRow } from "../../../../generated/client.ts";
import { countOf } from "../../format/plurals.ts";
import { bulkOffer } from "../../list/bulk-offer.tsx";
import { useBulkRun } from "../../list/use-bulk-run.tsx";
import { hasJoined } from "./tenant-status.tsx";

/** Suspends or resumes several tenants. */
export function useTenantsBulk() {
	return bulkOffer(useSuspending(), useResuming());
}

function useSuspending() {
	return useBulkRun<TenantRow>({
		operation: "tenants.suspend",
		label: "Suspend",
		fits: (rows) =>
			rows.every((row) => hasJoined(row) && row.status !== "suspended"),
		action: (count) => `Suspend ${countOf(count, "tenant")}`,
		doing: "Suspending tenants",
		warning:
			"Nobody may work in them, people and keys alike, at once. Nothing is deleted.",
		danger: true,
		changes: ["tenants"],
		call: (client, { id }, options) => client.tenants.suspend({ id }, options),
	});
}

function useResuming() {
	return useBulkRun<TenantRow>({
		operation: "tenants.resume",
		label: "Resume",
		fits: (rows) => rows.every(({ status }) => status === "suspended"),
		action: (count) => `Resume ${countOf(count, "tenant")}`,
		doing: "Resuming tenants",
		warning: "People and keys may work in them again, at once.",
		changes: ["tenants"],
		call: (client, { id }, options) => client.tenants.resume({ id }, options),
	});
}
