import type { ReactNode } from "react";
import type { Reeve } from "../../app/reeve.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { countOf } from "../../format/plurals.ts";
import type { Option } from "../../kit/option.ts";
import { useBulkRun } from "../../list/use-bulk-run.tsx";
import type { GrantedRole } from "../roles/role-words.ts";

/** One group, many tenants. */
export interface GrantRun {
	group: Option;
	tenants: readonly Option[];
	role: GrantedRole;
}

const PARTS = /^(\d+)\.(\d+)\.(\w+)$/;

/** Grants one group on many tenants, with progress; what a closed page left undone can go on. */
export function useGranting(): {
	start: (run: GrantRun) => void;
	view: ReactNode;
} {
	const { account } = useReeve();
	const { start, view } = useBulkRun({
		operation: "grants.create",
		action: (count) => `Grant ${countOf(count, "tenant")}`,
		doing: "Granting tenants",
		warning:
			"Where the group reaches a tenant already, its role there stays as it is.",
		changes: ["grants", "reach", "tenants"],
		call: (client, { id }, options) => {
			// An unfinished run is kept without the form, so each of its things says all that it needs.
			const [, group_id = "", tenant_id = "", role] = PARTS.exec(id) ?? [];
			return client.grants.create(
				{ group_id, tenant_id, role: role as GrantedRole },
				options,
			);
		},
	});
	return {
		view,
		start: (run) => start(itemsOf(run, account), () => undefined),
	};
}

function itemsOf(
	{ group, tenants, role }: GrantRun,
	account: Reeve["account"],
) {
	return tenants.map(({ value, label }) => ({
		id: `${group.value}.${value}.${role}`,
		account_id: account.id,
		name: `${group.label} in ${label}`,
	}));
}
