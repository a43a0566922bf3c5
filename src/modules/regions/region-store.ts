import { type Handle, sql } from "../../db/index.ts";
import { EntityStore } from "../../kernel/index.ts";
import type { Region } from "./region.ts";

export const regions = new EntityStore<Region>({
	noun: "region",
	table: "regions",
	columns: `t.id, t.account_id, t.name, t.description, t.version, t.created_at, t.updated_at,
	(select count(*)::int from probes p where p.account_id = t.account_id and p.region_id = t.id) as probes_count,
	(select count(*)::int from devices d where d.account_id = t.account_id and d.region_id = t.id)
		+ (select count(*)::int from probes p join devices d on d.account_id = p.account_id and d.probe_id = p.id and d.region_id is null
			where p.account_id = t.account_id and p.region_id = t.id) as devices_count`,
	sortable: {
		name: "t.name",
		created_at: { expression: "t.created_at", type: "timestamptz" },
	},
	searchable: ["t.name", "t.description"],
});

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
