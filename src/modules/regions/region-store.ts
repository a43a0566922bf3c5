import { type Handle, raw, sql } from "../../db/index.ts";
import type { ListPlan } from "../../kernel/index.ts";
import type { Region } from "./region.ts";

const COLUMNS = `t.id, t.account_id, t.name, t.description, t.version, t.created_at, t.updated_at,
	(select count(*)::int from probes p where p.account_id = t.account_id and p.region_id = t.id) as probes_count,
	(select count(*)::int from devices d where d.account_id = t.account_id and d.region_id = t.id)
		+ (select count(*)::int from probes p join devices d on d.account_id = p.account_id and d.probe_id = p.id and d.region_id is null
			where p.account_id = t.account_id and p.region_id = t.id) as devices_count`;

export const regionList: ListPlan = {
	from: "regions t",
	columns: COLUMNS,
	prefix: "t.",
	sortable: {
		name: "t.name",
		created_at: { expression: "t.created_at", type: "timestamptz" },
	},
	searchable: ["t.name", "t.description"],
};

export async function findRegion(
	db: Handle,
	accountId: string,
	id: string,
): Promise<Region | undefined> {
	const [region] = await db.query<Region>(
		sql`select ${raw(COLUMNS)} from regions t where t.account_id = ${accountId} and t.id = ${id}`,
	);
	return region;
}

/** Locks the row, so that two changes of one region come one after the other. */
export async function lockRegion(
	db: Handle,
	accountId: string,
	id: string,
): Promise<{ version: number } | undefined> {
	const [row] = await db.query<{ version: number }>(
		sql`select version from regions where account_id = ${accountId} and id = ${id} for update`,
	);
	return row;
}

/** Whether the region is in the account; it stays until the transaction ends. */
export async function holdRegion(
	db: Handle,
	accountId: string,
	id: string,
): Promise<boolean> {
	const rows = await db.query(
		sql`select 1 as one from regions where account_id = ${accountId} and id = ${id} for key share`,
	);
	return rows.length > 0;
}

export async function regionNameTaken(
	db: Handle,
	accountId: string,
	name: string,
	exceptId: string | null,
): Promise<boolean> {
	const rows = await db.query(
		sql`select 1 as one from regions where account_id = ${accountId} and name = ${name} and id is distinct from ${exceptId}::bigint`,
	);
	return rows.length > 0;
}

export async function insertRegion(
	db: Handle,
	accountId: string,
	name: string,
	description: string,
): Promise<string> {
	const [row] = await db.query<{ id: string }>(
		sql`insert into regions (account_id, name, description) values (${accountId}, ${name}, ${description}) returning id`,
	);
	return (row as { id: string }).id;
}

export async function changeRegion(
	db: Handle,
	accountId: string,
	id: string,
	fields: { name?: string; description?: string },
): Promise<void> {
	await db.query(sql`update regions set name = coalesce(${fields.name ?? null}, name),
		description = coalesce(${fields.description ?? null}, description), version = version + 1, updated_at = now()
		where account_id = ${accountId} and id = ${id}`);
}

export async function removeRegion(
	db: Handle,
	accountId: string,
	id: string,
): Promise<void> {
	await db.query(
		sql`delete from regions where account_id = ${accountId} and id = ${id}`,
	);
}
