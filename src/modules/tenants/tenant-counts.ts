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
		select w.id, c.*, (select max(v.at) from audit_events v where v.account_id = w.id) as last_activity_at
		from unnest(${ids}::bigint[]) w (id)
		cross join lateral (
			select coalesce(sum(devices), 0)::int as devices, coalesce(sum(devices_critical), 0)::int as critical,
				coalesce(sum(devices_trouble), 0)::int as trouble, coalesce(sum(devices_attention), 0)::int as attention,
				coalesce(sum(devices_service_down), 0)::int as service_down, coalesce(sum(endpoints), 0)::int as endpoints,
				coalesce(sum(endpoints_online), 0)::int as endpoints_online, coalesce(sum(people), 0)::int as users
			from account_counts where account_id = w.id) c`);
	return new Map(rows.map((row) => [row.id, toCounts(row)]));
}

function toCounts(row: CountsRow): TenantCounts {
	const { id: _, critical, trouble, attention, service_down, ...counts } = row;
	return { ...counts, alarms: { critical, trouble, attention, service_down } };
}
