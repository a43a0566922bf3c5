import { type Handle, raw, type Sql, sql } from "../../db/index.ts";
import { type ListPlan, listPage, type PageInput } from "../../kernel/index.ts";
import { type Probe, statusOf } from "./probe.ts";

/** A stored probe; its status is told by the clock and not by the database. */
type ProbeRow = Omit<Probe, "status" | "last_contact_at"> & {
	last_contact_at: Date | null;
};

const COLUMNS = `t.id, t.account_id, t.number, t.name, t.display_name, t.region_id, t.contact_person, t.contact_email, t.timezone,
	t.agent_version, t.platform, host(t.address) as address, t.last_contact_at, t.version, t.created_at, t.updated_at,
	(select count(*)::int from devices d where d.account_id = t.account_id and d.probe_id = t.id) as devices_count`;

const probeList: ListPlan = {
	from: "probes t",
	columns: COLUMNS,
	prefix: "t.",
	sortable: {
		number: { expression: "t.number", type: "int" },
		name: "t.name",
		display_name: "t.display_name",
		created_at: { expression: "t.created_at", type: "timestamptz" },
	},
	searchable: ["t.name", "t.display_name", "t.contact_person"],
};

export async function pageOfProbes(
	db: Handle,
	accountIds: readonly string[],
	input: PageInput,
	filters: readonly (Sql | undefined)[],
	now: Date,
) {
	const page = await listPage<ProbeRow>(
		db,
		accountIds,
		probeList,
		input,
		filters,
	);
	return { ...page, data: page.data.map((row) => toProbe(row, now)) };
}

export async function findProbe(
	db: Handle,
	accountId: string,
	id: string,
	now: Date,
): Promise<Probe | undefined> {
	const [row] = await db.query<ProbeRow>(
		sql`select ${raw(COLUMNS)} from probes t where t.account_id = ${accountId} and t.id = ${id}`,
	);
	return row && toProbe(row, now);
}

function toProbe(row: ProbeRow, now: Date): Probe {
	const lastContactAt = row.last_contact_at;
	return {
		...row,
		status: statusOf(lastContactAt, now),
		last_contact_at: lastContactAt?.toISOString() ?? null,
	};
}

/** Locks the row, so that two changes of one probe come one after the other. */
export async function lockProbe(
	db: Handle,
	accountId: string,
	id: string,
): Promise<{ version: number; name: string } | undefined> {
	const [row] = await db.query<{ version: number; name: string }>(
		sql`select version, name from probes where account_id = ${accountId} and id = ${id} for update`,
	);
	return row;
}

/** Whether the probe is in the account; it stays until the transaction ends. */
export async function holdProbe(
	db: Handle,
	accountId: string,
	id: string,
): Promise<boolean> {
	const rows = await db.query(
		sql`select 1 as one from probes where account_id = ${accountId} and id = ${id} for key share`,
	);
	return rows.length > 0;
}

export async function probeNameTaken(
	db: Handle,
	accountId: string,
	name: string,
	exceptId: string | null,
): Promise<boolean> {
	const rows = await db.query(
		sql`select 1 as one from probes where account_id = ${accountId} and name = ${name} and id is distinct from ${exceptId}::bigint`,
	);
	return rows.length > 0;
}

export type ProbeValues = Pick<
	Probe,
	| "name"
	| "display_name"
	| "region_id"
	| "contact_person"
	| "contact_email"
	| "timezone"
>;

export async function insertProbe(
	db: Handle,
	accountId: string,
	values: ProbeValues,
): Promise<string> {
	const [row] = await db.query<{ id: string }>(sql`
		insert into probes (account_id, name, display_name, region_id, contact_person, contact_email, timezone)
		values (${accountId}, ${values.name}, ${values.display_name}, ${values.region_id}, ${values.contact_person}, ${values.contact_email},
			${values.timezone}) returning id`);
	return (row as { id: string }).id;
}

export async function changeProbe(
	db: Handle,
	accountId: string,
	id: string,
	values: ProbeValues,
): Promise<void> {
	await db.query(sql`update probes set name = ${values.name}, display_name = ${values.display_name}, region_id = ${values.region_id},
		contact_person = ${values.contact_person}, contact_email = ${values.contact_email}, timezone = ${values.timezone},
		version = version + 1, updated_at = now() where account_id = ${accountId} and id = ${id}`);
}

export async function removeProbe(
	db: Handle,
	accountId: string,
	id: string,
): Promise<void> {
	await db.query(
		sql`delete from probes where account_id = ${accountId} and id = ${id}`,
	);
}

export interface Contact {
	at: Date;
	address: string;
	agentVersion: string;
	platform: string;
}

/** Notes a sign of life; what people see as the version of the record does not change with it. */
export async function recordContact(
	db: Handle,
	accountId: string,
	id: string,
	contact: Contact,
): Promise<{ id: string; number: number; name: string } | undefined> {
	const [row] = await db.query<{ id: string; number: number; name: string }>(
		sql`update probes set last_contact_at = ${contact.at}, address = ${contact.address}, agent_version = ${contact.agentVersion},
			platform = ${contact.platform} where account_id = ${accountId} and id = ${id} returning id, number, name`,
	);
	return row;
}
