import { type Handle, sql } from "../../db/index.ts";
import { EntityStore } from "../../kernel/index.ts";
import { type Probe, statusOf } from "./probe.ts";

/** A stored probe; its status is told by the clock and not by the database. */
type ProbeRow = Omit<Probe, "status" | "last_contact_at"> & {
	last_contact_at: Date | null;
};

export const probes = new EntityStore<
	Probe,
	{ version: number; name: string },
	ProbeRow
>({
	noun: "probe",
	table: "probes",
	locked: "version, name",
	columns: `t.id, t.account_id, t.number, t.name, t.display_name, t.region_id, t.contact_person, t.contact_email, t.timezone,
	t.agent_version, t.platform, host(t.address) as address, t.last_contact_at, t.version, t.created_at, t.updated_at,
	(select count(*)::int from devices d where d.account_id = t.account_id and d.probe_id = t.id) as devices_count`,
	sortable: {
		number: { expression: "t.number", type: "int" },
		name: "t.name",
		display_name: "t.display_name",
		agent_version: "t.agent_version",
		last_contact_at: {
			expression: "coalesce(t.last_contact_at, 'epoch')",
			type: "timestamptz",
		},
		created_at: { expression: "t.created_at", type: "timestamptz" },
	},
	searchable: ["t.name", "t.display_name", "t.contact_person"],
	finish: (rows, { now }) => rows.map((row) => toProbe(row, now)),
});

function toProbe(row: ProbeRow, now: Date): Probe {
	const lastContactAt = row.last_contact_at;
	return {
		...row,
		status: statusOf(lastContactAt, now),
		last_contact_at: lastContactAt?.toISOString() ?? null,
	};
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
