import { raw, type Sql, sql } from "../../db/index.ts";
import type { Context } from "../../kernel/index.ts";
import { keys, visibleKeys } from "../keys/index.ts";
import type { AttentionKind, Severity } from "./attention-item.ts";
import type { AttentionRule } from "./attention-rule.ts";
import { daysFrom, ENDED_DAYS, ENDING_DAYS, UNUSED_DAYS } from "./spans.ts";
import { tableRule } from "./table-rule.ts";

interface KeyRule {
	kind: AttentionKind;
	severity: Severity;
	filter(now: Date): Record<string, unknown>;
	where(now: Date): Sql;
	since: string;
}

/** Enabled keys that the caller sees in the list of keys: of what others hold nothing is told here either. */
function keyRule({ kind, severity, filter, where, since }: KeyRule) {
	return tableRule({
		kind,
		severity,
		operation: "keys.list",
		filter: (now) => ({ enabled: true, ...filter(now) }),
		from: raw(keys.plan.from),
		where: (ctx: Context) =>
			sql`t.enabled and ${where(ctx.now)} and ${visibleKeys(ctx)}`,
		name: "t.name",
		since,
	});
}

export const keyRules: readonly AttentionRule[] = [
	keyRule({
		kind: "keys_expired",
		severity: "warning",
		filter: (now) => ({
			expired: true,
			expires_after: daysFrom(now, -ENDED_DAYS).toISOString(),
		}),
		where: (now) =>
			sql`t.expires_at <= ${now} and t.expires_at > ${daysFrom(now, -ENDED_DAYS)}`,
		since: "t.expires_at",
	}),
	keyRule({
		kind: "keys_expiring",
		severity: "warning",
		filter: (now) => ({
			expires_after: now.toISOString(),
			expires_before: daysFrom(now, ENDING_DAYS).toISOString(),
		}),
		where: (now) =>
			sql`t.expires_at > ${now} and t.expires_at <= ${daysFrom(now, ENDING_DAYS)}`,
		since: "null::timestamptz",
	}),
	keyRule({
		kind: "keys_unlimited",
		severity: "notice",
		filter: () => ({ never_expires: true, opens_everything: true }),
		where: () => raw("t.expires_at is null and t.access ->> 'type' = 'all'"),
		since: "t.created_at",
	}),
	keyRule({
		kind: "keys_unused",
		severity: "notice",
		filter: (now) => ({
			expired: false,
			unused_since: daysFrom(now, -UNUSED_DAYS).toISOString(),
		}),
		where: (now) =>
			sql`coalesce(t.expires_at > ${now}, true) and coalesce(t.last_used_at, t.created_at) < ${daysFrom(now, -UNUSED_DAYS)}`,
		since: "coalesce(t.last_used_at, t.created_at)",
	}),
];
