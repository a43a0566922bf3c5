import { sql } from "../../db/index.ts";
import type { Context } from "../../kernel/index.ts";
import type { AttentionRule, Found, Span } from "./attention-rule.ts";

/** Sealing takes a second; this leaves room for a server that was down, and for clocks that differ. */
const UNSEALED_MS = 10 * 60_000;
/** How far past the last seal one looks: more than this many waiting events are told as this many. */
const EVENTS_MAX = 10_000;

function waitedSince(now: Date): Date {
	return new Date(now.getTime() - UNSEALED_MS);
}

/** Events that have waited for their place in the chain for longer than a running server lets them. */
function findUnsealed(
	{ db, now }: Context,
	{ accounts, after, accountsMax }: Span,
): Promise<Found[]> {
	const before = waitedSince(now);
	return db.query<Found>(sql`
		select a.id as account_id, a.name as account_name, e.count, e.since, '[]'::json as examples from (
			select account_id, count(*)::int as count, min(at) as since from unsealed_events(false, ${EVENTS_MAX})
			where at < ${before} and account_id = any(${accounts}::bigint[]) and account_id > ${after}::bigint
			group by account_id order by account_id limit ${accountsMax}) e
		join accounts a on a.id = e.account_id order by a.id`);
}

export const auditRules: readonly AttentionRule[] = [
	{
		kind: "audit_unsealed",
		severity: "critical",
		operation: "audit.list",
		filter: (now) => ({ sealed: false, to: waitedSince(now).toISOString() }),
		find: findUnsealed,
	},
];
