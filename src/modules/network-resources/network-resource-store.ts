import { type Handle, raw, type Sql, sql } from "../../db/index.ts";
import { type ListPlan, listPage, type PageInput } from "../../kernel/index.ts";
import { groupSummaries } from "../groups/index.ts";
import type { NetworkResource } from "./network-resource.ts";
import type { ResourceAddress } from "./resource-address.ts";

/** A stored resource; its groups are ids until their summaries are fetched for the whole page. */
type ResourceRow = Omit<NetworkResource, "groups"> & { groups: string[] };

const COLUMNS = `t.id, t.account_id, t.network_id, t.name, t.description, t.type, t.address, t.enabled, t.version, t.created_at, t.updated_at,
	coalesce((select json_agg(m.group_id::text order by m.group_id) from group_resources m
		where m.account_id = t.account_id and m.resource_id = t.id), '[]') as groups`;

const resourceList: ListPlan = {
	from: "network_resources t",
	columns: COLUMNS,
	prefix: "t.",
	sortable: {
		name: "t.name",
		address: "t.address",
		created_at: { expression: "t.created_at", type: "timestamptz" },
	},
	searchable: ["t.name", "t.description", "t.address"],
};

export async function pageOfResources(
	db: Handle,
	accountIds: readonly string[],
	input: PageInput,
	filters: readonly (Sql | undefined)[],
) {
	const page = await listPage<ResourceRow>(
		db,
		accountIds,
		resourceList,
		input,
		filters,
	);
	return { ...page, data: await withGroups(db, accountIds, page.data) };
}

export async function findResource(
	db: Handle,
	accountId: string,
	id: string,
): Promise<NetworkResource | undefined> {
	const rows = await db.query<ResourceRow>(
		sql`select ${raw(COLUMNS)} from network_resources t where t.account_id = ${accountId} and t.id = ${id}`,
	);
	return (await withGroups(db, [accountId], rows))[0];
}

export async function resourcesOfNetwork(
	db: Handle,
	accountId: string,
	networkId: string,
): Promise<NetworkResource[]> {
	const rows = await db.query<ResourceRow>(sql`select ${raw(COLUMNS)}
		from network_resources t where t.account_id = ${accountId} and t.network_id = ${networkId} order by t.id`);
	return withGroups(db, [accountId], rows);
}

async function withGroups(
	db: Handle,
	accountIds: readonly string[],
	rows: readonly ResourceRow[],
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

/** Locks the row, so that two changes of one resource come one after the other. */
export async function lockResource(
	db: Handle,
	accountId: string,
	id: string,
): Promise<{ version: number } | undefined> {
	const [row] = await db.query<{ version: number }>(
		sql`select version from network_resources where account_id = ${accountId} and id = ${id} for update`,
	);
	return row;
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

/** Whether another resource of the account has the name. */
export async function resourceNameTaken(
	db: Handle,
	accountId: string,
	name: string,
	exceptId: string | null,
): Promise<boolean> {
	const rows = await db.query(sql`select 1 as one from network_resources
		where account_id = ${accountId} and name = ${name} and id is distinct from ${exceptId}::bigint`);
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

export async function removeResource(
	db: Handle,
	accountId: string,
	id: string,
): Promise<void> {
	await db.query(
		sql`delete from network_resources where account_id = ${accountId} and id = ${id}`,
	);
}
