import { join, raw, sql } from "../../db/index.ts";
import { withinNarrowing } from "../grants/index.ts";
import type { AttentionKind } from "./attention-item.ts";
import type { AttentionRule } from "./attention-rule.ts";
import { tableRule } from "./table-rule.ts";

/** Tenants in a state that somebody should end, told in the account of their provider. */
function tenantRule(
	kind: AttentionKind,
	status: string,
	since: string,
): AttentionRule {
	return tableRule({
		kind,
		severity: "notice",
		operation: "tenants.list",
		filter: () => ({ status }),
		from: raw(
			"(select parent_id as account_id, id, name, status, suspended_at, created_at from accounts where parent_id is not null) t",
		),
		where: (ctx) => {
			const narrowed = withinNarrowing(ctx, "t.id");
			const state = raw(`t.status = '${status}'`);
			return narrowed ? join([state, sql`${narrowed}`], " and ") : state;
		},
		name: "t.name",
		since,
	});
}

export const tenantRules: readonly AttentionRule[] = [
	tenantRule("tenants_suspended", "suspended", "t.suspended_at"),
	tenantRule("tenants_unverified", "pending", "t.created_at"),
];
