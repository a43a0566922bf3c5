import Type, { type Static } from "typebox";
import { type Handle, sql } from "../../db/index.ts";
import { Id, object } from "../../kernel/index.ts";

/** A group as it appears inside what refers to it: enough to show it, not its members. */
export const GroupSummary = object({
	id: Id,
	name: Type.String(),
	endpoints_count: Type.Integer(),
	resources_count: Type.Integer(),
});
export type GroupSummary = Static<typeof GroupSummary>;

export const groupSummaryExample: GroupSummary = {
	id: "1000042",
	name: "Web servers",
	endpoints_count: 3,
	resources_count: 0,
};

/**
 * The summaries of the named groups, by id. Asked once for a whole page of things that refer to groups, so that a
 * group's members are counted once however often it is named. They are counted together and not group by group: the
 * planner takes every group for one as large as All, and would go through all members once for each.
 */
export async function groupSummaries(
	db: Handle,
	accountIds: readonly string[],
	ids: Iterable<string>,
): Promise<ReadonlyMap<string, GroupSummary>> {
	const wanted = [...new Set(ids)];
	if (wanted.length === 0) return new Map();
	const rows = await db.query<GroupSummary>(sql`
		select g.id, g.name, coalesce(e.members, 0) as endpoints_count, coalesce(r.members, 0) as resources_count
		from groups g
		left join (select account_id, group_id, count(*)::int as members from group_endpoints
			where account_id = any(${accountIds}::bigint[]) and group_id = any(${wanted}::bigint[]) group by account_id, group_id) e
			on e.account_id = g.account_id and e.group_id = g.id
		left join (select account_id, group_id, count(*)::int as members from group_resources
			where account_id = any(${accountIds}::bigint[]) and group_id = any(${wanted}::bigint[]) group by account_id, group_id) r
			on r.account_id = g.account_id and r.group_id = g.id
		where g.account_id = any(${accountIds}::bigint[]) and g.id = any(${wanted}::bigint[])`);
	return new Map(rows.map((row) => [row.id, row]));
}

/** The first of the ids that names no group of the account. */
export async function unknownGroup(
	db: Handle,
	accountId: string,
	ids: readonly string[],
): Promise<string | undefined> {
	if (ids.length === 0) return undefined;
	const [row] = await db.query<{ id: string }>(sql`
		select wanted.id::text as id from unnest(${ids}::bigint[]) with ordinality as wanted (id, position)
		where not exists (select 1 from groups g where g.account_id = ${accountId} and g.id = wanted.id)
		order by wanted.position limit 1`);
	return row?.id;
}
