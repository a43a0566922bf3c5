import Type, { type Static } from "typebox";
import { sql } from "../../db/index.ts";
import {
	type Context,
	nullable,
	object,
	Timestamp,
} from "../../kernel/index.ts";
import { Alarms } from "../devices/index.ts";

/** What a tenant holds, for a page that shows many tenants at once. */
export const TenantCounts = object({
	devices: Type.Integer(),
	alarms: Alarms,
	endpoints: Type.Integer(),
	endpoints_online: Type.Integer(),
	users: Type.Integer({ description: "People, without service users" }),
	last_activity_at: nullable(
		Type.Unsafe<string>({
			...Timestamp,
			description: "When the tenant's audit log grew last",
		}),
	),
});
export type TenantCounts = Static<typeof TenantCounts>;

export const tenantCountsExample: TenantCounts = {
	devices: 120,
	alarms: { critical: 1, trouble: 0, attention: 4, service_down: 0 },
	endpoints: 50,
	endpoints_online: 41,
	users: 4,
	last_activity_at: "2026-01-05T09:00:00.000Z",
};

type CountsRow = Omit<TenantCounts, "alarms"> &
	TenantCounts["alarms"] & { id: string };

/**
 * The figures of some tenants, by id, in one statement however many they are. As with a tenant's usage they are for
 * whoever may read tenants, and no grant into the tenants is needed: the reader made here sees these tenants alone.
 */
export async function tenantCounts(
	ctx: Context,
	ids: readonly string[],
): Promise<ReadonlyMap<string, TenantCounts>> {
	if (ids.length === 0) return new Map();
	const rows = await ctx.resources.database.reader(ids).query<CountsRow>(sql`
		with wanted as materialized (select unnest(${ids}::bigint[]) as id)
		select w.id, coalesce(d.devices, 0) as devices, coalesce(a.critical, 0) as critical, coalesce(a.trouble, 0) as trouble,
			coalesce(a.attention, 0) as attention, coalesce(a.service_down, 0) as service_down,
			coalesce(e.endpoints, 0) as endpoints, coalesce(e.online, 0) as endpoints_online, coalesce(u.users, 0) as users,
			(select max(v.at) from audit_events v where v.account_id = w.id) as last_activity_at
		from wanted w
		left join (select account_id, count(*)::int as devices from devices
			where account_id = any(${ids}::bigint[]) group by account_id) d on d.account_id = w.id
		left join (select account_id, count(*) filter (where status = 1)::int as critical, count(*) filter (where status = 2)::int as trouble,
			count(*) filter (where status = 3)::int as attention, count(*) filter (where status = 4)::int as service_down from devices
			where account_id = any(${ids}::bigint[]) and status < 5 and not suppressed group by account_id) a on a.account_id = w.id
		left join (select account_id, count(*)::int as endpoints, count(*) filter (where status not in ('Off', 'Uninstalled'))::int as online
			from endpoints where account_id = any(${ids}::bigint[]) group by account_id) e on e.account_id = w.id
		left join (select account_id, count(*)::int as users from users
			where account_id = any(${ids}::bigint[]) and kind = 'human' group by account_id) u on u.account_id = w.id`);
	return new Map(rows.map((row) => [row.id, toCounts(row)]));
}

function toCounts(row: CountsRow): TenantCounts {
	const { id: _, critical, trouble, attention, service_down, ...counts } = row;
	return { ...counts, alarms: { critical, trouble, attention, service_down } };
}
