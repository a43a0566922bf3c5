import { type Handle, sql } from "../../db/index.ts";
import { type Context, EntityStore } from "../../kernel/index.ts";
import { groupSummaries } from "../groups/index.ts";
import type { NetworkResource } from "./network-resource.ts";
import type { ResourceAddress } from "./resource-address.ts";

/** A stored resource; its groups are ids until their summaries are fetched for the whole page. */
type ResourceRow = Omit<NetworkResource, "groups"> & { groups: string[] };

export const networkResources = new EntityStore<
	NetworkResource,
	{ version: number },
	ResourceRow
>({
	noun: "network resource",
	table: "network_resources",
	columns: `t.id, t.account_id, t.network_id, t.name, t.description, t.type, t.address, t.enabled, t.version, t.created_at, t.updated_at,
	coalesce((select json_agg(m.group_id::text order by m.group_id) from group_resources m
		where m.account_id = t.account_id and m.resource_id = t.id), '[]') as groups`,
	sortable: {
		name: "t.name",
		address: "t.address",
		type: "t.type",
		enabled: { expression: "t.enabled", type: "boolean" },
		created_at: { expression: "t.created_at", type: "timestamptz" },
	},
	searchable: ["t.name", "t.description", "t.address"],
	finish: withGroups,
});

export function resourcesOfNetwork(
	ctx: Context,
	networkId: string,
): Promise<NetworkResource[]> {
	return networkResources.select(
		ctx,
		sql`t.network_id = ${networkId} order by t.id`,
	);
}

async function withGroups(
	rows: readonly ResourceRow[],
	{ db, accountIds }: Context,
): Promise<NetworkResource[]> {
	const summaries = await groupSummaries(
		db,
		accountIds,
		rows.flatMap((row) => row.groups),
	);
	return rows.map((row) => ({
		...row,
		groups: row.groups.flatMap((id) => summaries.get(id) ?? []),
	}));
}

/** Whether the network is there; it stays until the transaction ends. */
export async function holdNetwork(
	db: Handle,
	accountId: string,
	networkId: string,
): Promise<boolean> {
	const rows = await db.query(
		sql`select 1 as one from networks where account_id = ${accountId} and id = ${networkId} for key share`,
	);
	return rows.length > 0;
}

export interface NewResource extends ResourceAddress {
	networkId: string;
	name: string;
	description: string;
	enabled: boolean;
}

export async function insertResource(
	db: Handle,
	accountId: string,
	resource: NewResource,
): Promise<string> {
	const [row] = await db.query<{ id: string }>(sql`
		insert into network_resources (account_id, network_id, name, description, type, address, enabled)
		values (${accountId}, ${resource.networkId}, ${resource.name}, ${resource.description}, ${resource.type}, ${resource.address}, ${resource.enabled})
		returning id`);
	return (row as { id: string }).id;
}

export async function changeResource(
	db: Handle,
	accountId: string,
	id: string,
	fields: Partial<Omit<NewResource, "networkId">>,
): Promise<void> {
	await db.query(sql`update network_resources set name = coalesce(${fields.name ?? null}, name),
		description = coalesce(${fields.description ?? null}, description), type = coalesce(${fields.type ?? null}, type),
		address = coalesce(${fields.address ?? null}, address), enabled = coalesce(${fields.enabled ?? null}, enabled),
		version = version + 1, updated_at = now() where account_id = ${accountId} and id = ${id}`);
}

/** Makes the groups that hold a resource exactly these. */
export async function setResourceGroups(
	db: Handle,
	accountId: string,
	id: string,
	groupIds: readonly string[],
): Promise<void> {
	await Promise.all([
		db.query(
			sql`delete from group_resources where account_id = ${accountId} and resource_id = ${id} and not group_id = any(${groupIds}::bigint[])`,
		),
		db.query(sql`insert into group_resources (account_id, group_id, resource_id)
			select ${accountId}::bigint, wanted.id, ${id}::bigint from unnest(${groupIds}::bigint[]) as wanted (id) on conflict do nothing`),
	]);
}
