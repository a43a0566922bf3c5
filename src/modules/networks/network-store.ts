import { type Handle, sql } from "../../db/index.ts";
import { EntityStore } from "../../kernel/index.ts";
import type { Network } from "./network.ts";

/** Policies that lead to a resource of the network: named itself, or through a group that holds it. */
const POLICIES = `select r.policy_id from network_resources n
		join group_resources m on m.account_id = n.account_id and m.resource_id = n.id
		join policy_rule_groups g on g.account_id = m.account_id and g.group_id = m.group_id and g.side = 'destination'
		join policy_rules r on r.account_id = g.account_id and r.id = g.rule_id
		where n.account_id = t.account_id and n.network_id = t.id
	union select r.policy_id from network_resources n
		join policy_rules r on r.account_id = n.account_id and r.destination_resource ->> 'id' = n.id::text
		where n.account_id = t.account_id and n.network_id = t.id and r.destination_resource is not null`;

const ROUTING_ENDPOINTS = `select r.endpoint_id from network_routers r
		where r.account_id = t.account_id and r.network_id = t.id and r.endpoint_id is not null
	union select m.endpoint_id from network_routers r
		join network_router_groups g on g.account_id = r.account_id and g.router_id = r.id
		join group_endpoints m on m.account_id = g.account_id and m.group_id = g.group_id
		where r.account_id = t.account_id and r.network_id = t.id`;

/** When one is removed, its routers and resources go with it. */
export const networks = new EntityStore<Network>({
	noun: "network",
	table: "networks",
	columns: `t.id, t.account_id, t.name, t.description, t.version, t.created_at, t.updated_at,
	coalesce((select json_agg(r.id::text order by r.id) from network_routers r where r.account_id = t.account_id and r.network_id = t.id), '[]') as routers,
	coalesce((select json_agg(n.id::text order by n.id) from network_resources n where n.account_id = t.account_id and n.network_id = t.id), '[]') as resources,
	coalesce((select json_agg(touching.policy_id::text order by touching.policy_id) from (${POLICIES}) touching), '[]') as policies,
	(select count(*)::int from (${ROUTING_ENDPOINTS}) routing) as routing_endpoints_count`,
	sortable: {
		name: "t.name",
		created_at: { expression: "t.created_at", type: "timestamptz" },
	},
	searchable: ["t.name", "t.description"],
});

export async function insertNetwork(
	db: Handle,
	accountId: string,
	name: string,
	description: string,
): Promise<string> {
	const [row] = await db.query<{ id: string }>(
		sql`insert into networks (account_id, name, description) values (${accountId}, ${name}, ${description}) returning id`,
	);
	return (row as { id: string }).id;
}

export async function changeNetwork(
	db: Handle,
	accountId: string,
	id: string,
	fields: { name?: string; description?: string },
): Promise<void> {
	await db.query(sql`update networks set name = coalesce(${fields.name ?? null}, name),
		description = coalesce(${fields.description ?? null}, description), version = version + 1, updated_at = now()
		where account_id = ${accountId} and id = ${id}`);
}
