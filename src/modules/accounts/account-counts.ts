import { type Handle, raw, sql } from "../../db/index.ts";

/** What `account_counts` keeps of each account; what each of them counts is said where the table is made. */
const kept = [
	"devices",
	"devices_critical",
	"devices_trouble",
	"devices_attention",
	"devices_service_down",
	"devices_clear",
	"devices_not_watched",
	"devices_suppressed",
	"endpoints",
	"endpoints_online",
	"endpoints_waiting",
	"people",
	"people_active",
	"people_invited",
	"people_pending",
	"people_blocked",
	"service_users",
] as const;

const columns = kept.join(", ");
const sums = kept.map((name) => `sum(${name})`).join(", ");
const added = kept
	.map((name) => `${name} = c.${name} + excluded.${name}`)
	.join(", ");

/**
 * Adds up what changes of some accounts wrote down one by one, at most `rowsMax` of them, and answers how many. Figures
 * do not change by it, for whoever reads meanwhile either. Rows that another round is at are left to it, and so is an
 * account that is being deleted.
 */
export async function addUpCounts(
	db: Handle,
	accountIds: readonly string[],
	rowsMax: number,
): Promise<number> {
	const [row] = await db.query<{ count: number }>(sql`
		with noted as materialized (
			select c.account_id, c.id from account_counts c join accounts a on a.id = c.account_id
			where c.account_id = any(${accountIds}::bigint[]) and c.id > 0
			limit ${rowsMax} for update of c skip locked for key share of a skip locked),
		taken as (delete from account_counts where (account_id, id) in (select account_id, id from noted) returning *),
		added as (
			insert into account_counts as c (account_id, id, ${raw(columns)})
			select account_id, 0, ${raw(sums)} from taken group by account_id order by account_id
			on conflict (account_id, id) do update set ${raw(added)})
		select count(*)::int as count from taken`);
	return row?.count ?? 0;
}
