import { type Handle, sql } from "../../db/index.ts";
import { type Context, EntityStore } from "../../kernel/index.ts";
import type { NetworkRouter } from "./network-router.ts";

export const networkRouters = new EntityStore<NetworkRouter>({
	noun: "network router",
	table: "network_routers",
	columns: `t.id, t.account_id, t.network_id, t.endpoint_id, t.metric, t.masquerade, t.enabled, t.version, t.created_at, t.updated_at,
	coalesce((select json_agg(g.group_id::text order by g.position, g.group_id) from network_router_groups g
		where g.account_id = t.account_id and g.router_id = t.id), '[]') as groups`,
	sortable: {
		enabled: { expression: "t.enabled", type: "boolean" },
		metric: { expression: "t.metric", type: "int" },
		created_at: { expression: "t.created_at", type: "timestamptz" },
	},
});

export function routersOfNetwork(
	ctx: Context,
	networkId: string,
): Promise<NetworkRouter[]> {
	return networkRouters.select(
		ctx,
		sql`t.network_id = ${networkId} order by t.id`,
	);
}

/** Whether the endpoint is in the account. */
export async function hasEndpoint(
	db: Handle,
	accountId: string,
	endpointId: string,
): Promise<boolean> {
	const rows = await db.query(
		sql`select 1 as one from endpoints where account_id = ${accountId} and id = ${endpointId}`,
	);
	return rows.length > 0;
}

export interface RouterValues {
	endpointId: string | null;
	metric: number;
	masquerade: boolean;
	enabled: boolean;
}

export async function insertRouter(
	db: Handle,
	accountId: string,
	networkId: string,
	values: RouterValues,
): Promise<string> {
	const [row] = await db.query<{ id: string }>(sql`
		insert into network_routers (account_id, network_id, endpoint_id, metric, masquerade, enabled)
		values (${accountId}, ${networkId}, ${values.endpointId}, ${values.metric}, ${values.masquerade}, ${values.enabled}) returning id`);
	return (row as { id: string }).id;
}

export async function changeRouter(
	db: Handle,
	accountId: string,
	id: string,
	values: RouterValues,
): Promise<void> {
	await db.query(sql`update network_routers set endpoint_id = ${values.endpointId}, metric = ${values.metric},
		masquerade = ${values.masquerade}, enabled = ${values.enabled}, version = version + 1, updated_at = now()
		where account_id = ${accountId} and id = ${id}`);
}

/** Makes the groups of a router exactly these, in this order. */
export async function setRouterGroups(
	db: Handle,
	accountId: string,
	id: string,
	groupIds: readonly string[],
): Promise<void> {
	await Promise.all([
		db.query(
			sql`delete from network_router_groups where account_id = ${accountId} and router_id = ${id}`,
		),
		db.query(sql`insert into network_router_groups (account_id, router_id, group_id, position)
			select ${accountId}::bigint, ${id}::bigint, wanted.id, wanted.position
			from unnest(${groupIds}::bigint[]) with ordinality as wanted (id, position) on conflict do nothing`),
	]);
}
