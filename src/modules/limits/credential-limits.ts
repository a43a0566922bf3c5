import Type, { type Static } from "typebox";
import { sql } from "../../db/index.ts";
import {
	type Context,
	Id,
	nullable,
	object,
	Timestamp,
} from "../../kernel/index.ts";
import { Key, keyExample } from "../keys/index.ts";
import { Budget, budgetExample } from "../rights/index.ts";

/** A key with what is left of its budgets and what it did in the last day. */
export const CredentialLimits = object({
	id: Id,
	account_id: Id,
	kind: Key.properties.kind,
	type: Key.properties.type,
	name: Type.String(),
	masked_key: Type.String(),
	status: Key.properties.status,
	user: Key.properties.user,
	last_used_at: nullable(Timestamp),
	last_used_address: nullable(Type.String()),
	budgets: Type.Array(Budget),
	last_day: object(
		{
			calls: Type.Integer({ description: "Let in" }),
			refusals: Type.Integer({ description: "Refused by rights" }),
			limited: Type.Integer({ description: "Turned away by a limit" }),
		},
		{ description: "By whole hours" },
	),
});
export type CredentialLimits = Static<typeof CredentialLimits>;

export const credentialLimitsExample: CredentialLimits = {
	id: keyExample.id,
	account_id: keyExample.account_id,
	kind: keyExample.kind,
	type: keyExample.type,
	name: keyExample.name,
	masked_key: keyExample.masked_key,
	status: keyExample.status,
	user: keyExample.user,
	last_used_at: "2026-01-05T09:00:00.000Z",
	last_used_address: "192.0.2.10",
	budgets: [budgetExample],
	last_day: { calls: 1200, refusals: 3, limited: 14 },
};

const DAY_MS = 86_400_000;

/** Adds budgets and figures to a page of keys: one statement, and one question to the limiter, for all of them. */
export async function withLimits(
	ctx: Context,
	keys: readonly Key[],
): Promise<CredentialLimits[]> {
	const ids = keys.map(({ id }) => id);
	const [budgets, figures] = await Promise.all([
		ctx.resources.budgetsOfMany(ids, ctx.account.id),
		lastDay(ctx, ids),
	]);
	return keys.map((key, index) => ({
		...key,
		budgets: budgets[index] ?? [],
		last_day: figures.get(key.id) ?? { calls: 0, refusals: 0, limited: 0 },
	}));
}

async function lastDay(
	{ db, account, now }: Context,
	ids: readonly string[],
): Promise<ReadonlyMap<string, CredentialLimits["last_day"]>> {
	if (ids.length === 0) return new Map();
	const since = new Date(now.getTime() - DAY_MS);
	const rows = await db.query<CredentialLimits["last_day"] & { id: string }>(
		sql`select credential_id as id, sum(calls)::int as calls, sum(refusals)::int as refusals, sum(limited)::int as limited
			from credential_usage where account_id = ${account.id} and credential_id = any(${ids}::bigint[]) and hour >= ${since}
			group by credential_id`,
	);
	return new Map(rows.map(({ id, ...figures }) => [id, figures]));
}
