import { raw, type Sql, sql } from "../../db/index.ts";
import type { Context } from "../../kernel/index.ts";
import type {
	AttentionRule,
	Found,
	Span,
	TableRule,
} from "./attention-rule.ts";

const EXAMPLES_MAX = 3;

/** A rule whose things are the rows of a table. */
export function tableRule(rule: TableRule): AttentionRule {
	const { kind, severity, operation, filter } = rule;
	const find = (ctx: Context, span: Span) =>
		ctx.db.query<Found>(select(rule, rule.where(ctx), span));
	return { kind, severity, operation, filter, find };
}

/**
 * Accounts come in the order of an index that holds nothing but such rows, so the statement ends with the page and
 * goes through no more than the page shows. Examples are looked for once the accounts are known.
 */
function select(
	{ from, name, since, counted }: TableRule,
	where: Sql,
	{ accounts, after, accountsMax }: Span,
): Sql {
	const at = raw(since);
	return sql`
		with found as (
			select t.account_id, ${raw(counted ?? "count(*)")}::int as count, min(${at}) as since from ${from}
			where t.account_id = any(${accounts}::bigint[]) and t.account_id > ${after}::bigint and ${where}
			group by t.account_id order by t.account_id limit ${accountsMax})
		select f.account_id, a.name as account_name, f.count, f.since, e.examples
		from found f join accounts a on a.id = f.account_id
		cross join lateral (
			select json_agg(json_build_object('id', x.id::text, 'name', x.name) order by x.since nulls last, x.id) as examples from (
				select t.id, ${raw(name)} as name, ${at} as since from ${from}
				where t.account_id = f.account_id and ${where} order by ${at} nulls last, t.id limit ${EXAMPLES_MAX}) x) e
		order by f.account_id`;
}
