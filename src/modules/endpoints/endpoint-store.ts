import { type Handle, sql } from "../../db/index.ts";
import { type Context, EntityStore } from "../../kernel/index.ts";
import { type GroupSummary, groupSummaries } from "../groups/index.ts";
import type { Endpoint } from "./endpoint.ts";

/** An endpoint as stored: its groups are ids, and whether its login has expired depends on when one asks. */
interface EndpointRow extends Omit<Endpoint, "groups" | "login_expired"> {
	group_ids: string[];
	/** How long a login holds; null where it does not expire. */
	login_seconds: number | null;
	last_login_at: string | null;
}

export interface LockedEndpoint {
	id: string;
	name: string;
	version: number;
	user_id: string | null;
	ip: string | null;
	device_id: string;
}

export const endpoints = new EntityStore<Endpoint, LockedEndpoint, EndpointRow>(
	{
		noun: "endpoint",
		table: "endpoints",
		locked: "id, name, version, user_id, host(ip) as ip, device_id",
		columns: `t.id, t.account_id, t.name, t.hostname, t.device_id, host(t.ip) as ip, t.dns_label, t.extra_dns_labels, host(t.connection_ip) as connection_ip,
	t.os, t.os_version, t.kernel_version, t.agent_version, t.ui_version, t.serial_number, t.public_key, t.country_code, t.city_name,
	t.status, t.last_sync_status, t.status not in ('Off', 'Uninstalled') as connected, t.user_id, t.setup_key_id, t.ephemeral, t.ssh_enabled,
	t.login_expiration_enabled, t.inactivity_expiration_enabled, t.approval_required, t.last_login_at, t.last_seen_at, t.version, t.created_at, t.updated_at,
	case when t.login_expiration_enabled and t.user_id is not null then (select case when (a.settings ->> 'peer_login_expiration_enabled')::boolean
		then (a.settings ->> 'peer_login_expiration')::int end from accounts a where a.id = t.account_id) end as login_seconds,
	coalesce((select json_agg(m.group_id::text order by m.group_id) from group_endpoints m where m.account_id = t.account_id and m.endpoint_id = t.id), '[]') as group_ids`,
		sortable: {
			name: "t.name",
			hostname: "t.hostname",
			status: "t.status",
			os: "t.os",
			os_version: "t.os_version",
			agent_version: "t.agent_version",
			dns_label: "t.dns_label",
			approval_required: {
				expression: "t.approval_required",
				type: "boolean",
			},
			last_login_at: {
				expression: "coalesce(t.last_login_at, 'epoch')",
				type: "timestamptz",
			},
			ip: { expression: "coalesce(t.ip, '0.0.0.0')", type: "inet" },
			created_at: { expression: "t.created_at", type: "timestamptz" },
			last_seen_at: {
				expression: "coalesce(t.last_seen_at, 'epoch')",
				type: "timestamptz",
			},
		},
		searchable: [
			"t.name",
			"t.hostname",
			"t.dns_label",
			"host(t.ip)",
			"t.device_id",
			"t.serial_number",
		],
		finish: withGroups,
	},
);

async function withGroups(
	rows: readonly EndpointRow[],
	{ db, accountIds, now }: Context,
): Promise<Endpoint[]> {
	const ids = rows.flatMap((row) => row.group_ids);
	const summaries = await groupSummaries(db, accountIds, ids);
	return rows.map((row) => toEndpoint(row, summaries, now));
}

function toEndpoint(
	row: EndpointRow,
	summaries: ReadonlyMap<string, GroupSummary>,
	now: Date,
): Endpoint {
	const { group_ids, login_seconds, ...rest } = row;
	const loginEndsMs =
		login_seconds === null || row.last_login_at === null
			? Number.POSITIVE_INFINITY
			: new Date(row.last_login_at).getTime() + login_seconds * 1000;
	return {
		...rest,
		login_expired: loginEndsMs <= now.getTime(),
		groups: group_ids.flatMap((id) => summaries.get(id) ?? []),
	};
}

export interface EndpointChange {
	name?: string | undefined;
	dnsLabel?: string | undefined;
	ip?: string | undefined;
	ssh_enabled?: boolean | undefined;
	login_expiration_enabled?: boolean | undefined;
	inactivity_expiration_enabled?: boolean | undefined;
	approval_required?: boolean | undefined;
}

/** Writes the fields that are given; the others stay. */
export async function storeEndpoint(
	db: Handle,
	accountId: string,
	id: string,
	change: EndpointChange,
): Promise<void> {
	await db.query(sql`update endpoints set name = coalesce(${change.name ?? null}, name), dns_label = coalesce(${change.dnsLabel ?? null}, dns_label),
		ip = coalesce(${change.ip ?? null}::inet, ip), ssh_enabled = coalesce(${change.ssh_enabled ?? null}, ssh_enabled),
		login_expiration_enabled = coalesce(${change.login_expiration_enabled ?? null}, login_expiration_enabled),
		inactivity_expiration_enabled = coalesce(${change.inactivity_expiration_enabled ?? null}, inactivity_expiration_enabled),
		approval_required = coalesce(${change.approval_required ?? null}, approval_required), version = version + 1, updated_at = now()
		where account_id = ${accountId} and id = ${id}`);
}
