import { raw, sql } from "../../db/index.ts";
import type { AttentionRule, TableRule } from "./attention-rule.ts";
import { daysFrom, ENDED_DAYS, ENDING_DAYS } from "./spans.ts";
import { tableRule } from "./table-rule.ts";

type SetupKeyRule = Pick<TableRule, "kind" | "filter" | "where" | "since">;

/** Setup keys that nobody revoked. One that machines enrol with once is used up by nature, and told of by nobody. */
function setupKeyRule(rule: SetupKeyRule): AttentionRule {
	return tableRule({
		...rule,
		severity: "notice",
		operation: "setup_keys.list",
		filter: (now) => ({
			type: "reusable",
			revoked: false,
			...rule.filter(now),
		}),
		from: raw("setup_keys t"),
		where: (ctx) =>
			sql`t.type = 'reusable' and not t.revoked and ${rule.where(ctx)}`,
		name: "t.name",
	});
}

const USED_UP = "(t.usage_limit > 0 and t.used_times >= t.usage_limit)";

export const setupKeyRules: readonly AttentionRule[] = [
	setupKeyRule({
		kind: "setup_keys_expiring",
		filter: (now) => ({
			state: "valid",
			expires_before: daysFrom(now, ENDING_DAYS).toISOString(),
		}),
		where: ({ now }) =>
			sql`t.expires_at > ${now} and t.expires_at <= ${daysFrom(now, ENDING_DAYS)} and not ${raw(USED_UP)}`,
		since: "null::timestamptz",
	}),
	setupKeyRule({
		kind: "setup_keys_expired",
		filter: (now) => ({
			state: "expired",
			expires_after: daysFrom(now, -ENDED_DAYS).toISOString(),
		}),
		where: ({ now }) =>
			sql`t.expires_at <= ${now} and t.expires_at > ${daysFrom(now, -ENDED_DAYS)}`,
		since: "t.expires_at",
	}),
	setupKeyRule({
		kind: "setup_keys_used_up",
		filter: () => ({ state: "overused" }),
		where: ({ now }) =>
			sql`coalesce(t.expires_at > ${now}, true) and ${raw(USED_UP)}`,
		since: "t.last_used_at",
	}),
];
