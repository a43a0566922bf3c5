import { sql } from "../../db/index.ts";
import type { Context } from "../../kernel/index.ts";
import { visibleKeys } from "../keys/index.ts";
import type { AttentionRule, Found, Span } from "./attention-rule.ts";
import { tableRule } from "./table-rule.ts";

const HOUR_MS = 3_600_000;

/** The beginning of the hour before this one: figures are kept by the hour. */
function lately(now: Date): Date {
	return new Date(now.getTime() - (now.getTime() % HOUR_MS) - HOUR_MS);
}

/** The figures come with the table, so the rule is made anew for each call. */
function calledTooOften(now: Date): AttentionRule {
	return tableRule({
		...limited,
		from: sql`(select account_id, credential_id, sum(limited) as calls, min(hour) as hour from credential_usage
				where limited > 0 and hour >= ${lately(now)} group by account_id, credential_id) l
			join credentials t on t.account_id = l.account_id and t.id = l.credential_id
			left join users u on u.account_id = t.account_id and u.id = t.user_id`,
		where: visibleKeys,
		name: "t.name",
		since: "l.hour",
		counted: "sum(l.calls)",
	});
}

const limited = {
	kind: "calls_limited",
	severity: "warning",
	operation: "limits.list",
	filter: (now: Date) => ({ limited_since: lately(now).toISOString() }),
} as const;

export const limitRules: readonly AttentionRule[] = [
	{
		...limited,
		find: (ctx: Context, span: Span): Promise<Found[]> =>
			calledTooOften(ctx.now).find(ctx, span),
	},
];
