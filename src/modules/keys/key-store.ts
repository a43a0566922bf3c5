import { type Handle, type Sql, sql } from "../../db/index.ts";
import { maskToken } from "../../kernel/credentials/format.ts";
import { type Access, EntityStore, type RoleName } from "../../kernel/index.ts";
import type { Key, KeyKind } from "./key.ts";
import { type OpenedApi, titleOfApi } from "./opened-apis.ts";

/** A key as stored: what depends on the time of asking is not decided yet. */
export interface KeyRow
	extends Omit<
		Key,
		| "type"
		| "masked_key"
		| "status"
		| "access"
		| "user"
		| "expires_at"
		| "overlap_until"
	> {
	access: Access;
	user: (NonNullable<Key["user"]> & { role: RoleName }) | null;
	expires_at: Date | null;
	overlap_until: Date | null;
}

export const keys = new EntityStore<KeyRow>({
	noun: "key",
	table: "credentials",
	joins:
		"left join users u on u.account_id = t.account_id and u.id = t.user_id",
	columns: `t.id, t.account_id, t.kind, t.name, t.description, t.enabled, t.access, t.opens, t.subject_id, t.allowed_addresses, t.tenants,
	t.require_account, t.created_by, t.created_by_name, t.expires_at, t.regenerated_at, t.last_used_at, t.last_used_address,
	t.version, t.created_at, t.updated_at,
	case when u.id is not null then json_build_object('id', u.id::text, 'kind', u.kind, 'name', u.name, 'email', u.email, 'role', u.role) end as user,
	(select s.public_id from credential_secrets s where s.account_id = t.account_id and s.credential_id = t.id
		order by s.valid_until is null desc, s.created_at desc limit 1) as key,
	(select max(s.valid_until) from credential_secrets s where s.account_id = t.account_id and s.credential_id = t.id) as overlap_until`,
	sortable: {
		name: "t.name",
		kind: "t.kind",
		user_name: "coalesce(u.name, '')",
		created_by_name: "t.created_by_name",
		enabled: { expression: "t.enabled", type: "boolean" },
		created_at: { expression: "t.created_at", type: "timestamptz" },
		expires_at: {
			expression: "coalesce(t.expires_at, 'infinity')",
			type: "timestamptz",
		},
		last_used_at: {
			expression: "coalesce(t.last_used_at, 'epoch')",
			type: "timestamptz",
		},
	},
	searchable: [
		"t.name",
		"t.description",
		"t.created_by_name",
		"u.name",
		"u.email",
		// A key that was found somewhere is looked for by the part of it that is no secret.
		"(select string_agg(s.public_id, ' ') from credential_secrets s where s.account_id = t.account_id and s.credential_id = t.id)",
	],
});

const types: Record<KeyKind, string> = {
	api: "Custom",
	mcp: "MCP",
	organization: "Organization key",
	network_device: "Network-device token",
	personal: "Personal token",
	service: "Service token",
	probe: "Probe key",
};

export function toKey(row: KeyRow, now: Date): Key {
	const { access, opens, expires_at, overlap_until, user } = row;
	return {
		...row,
		user: user && {
			id: user.id,
			kind: user.kind,
			name: user.name,
			email: user.email,
		},
		type: opens ? titleOfApi(opens as OpenedApi) : types[row.kind],
		masked_key: maskToken(row.key),
		status: statusOf(row, now),
		access: access as Key["access"],
		expires_at: expires_at === null ? null : expires_at.toISOString(),
		overlap_until:
			overlap_until === null || overlap_until <= now
				? null
				: overlap_until.toISOString(),
	};
}

/** The same as a condition, for lists. */
export function hasStatus(status: Key["status"], now: Date): Sql {
	const expired = sql`coalesce(t.expires_at <= ${now}, false)`;
	if (status === "disabled") return sql`not t.enabled`;
	return status === "expired"
		? sql`t.enabled and ${expired}`
		: sql`t.enabled and not ${expired}`;
}

function statusOf(row: KeyRow, now: Date): Key["status"] {
	if (!row.enabled) return "disabled";
	return row.expires_at !== null && row.expires_at <= now
		? "expired"
		: "active";
}

export interface KeyChange {
	name?: string | undefined;
	description?: string | undefined;
	enabled?: boolean | undefined;
	access?: Access | undefined;
	/** Null for never. */
	expiresAt?: Date | null | undefined;
	allowedAddresses?: readonly string[] | undefined;
	tenants?: readonly string[] | null | undefined;
	requireAccount?: boolean | undefined;
}

/** Writes the fields that are given; the others stay. */
export async function storeKey(
	db: Handle,
	accountId: string,
	id: string,
	change: KeyChange,
): Promise<void> {
	const { expiresAt, tenants, access } = change;
	await db.query(sql`update credentials set
		name = coalesce(${change.name ?? null}, name), description = coalesce(${change.description ?? null}, description),
		enabled = coalesce(${change.enabled ?? null}, enabled), access = coalesce(${access ? JSON.stringify(access) : null}::jsonb, access),
		expires_at = case when ${expiresAt === undefined} then expires_at else ${expiresAt ?? null}::timestamptz end,
		allowed_addresses = coalesce(${change.allowedAddresses ?? null}::text[], allowed_addresses),
		tenants = case when ${tenants === undefined} then tenants else ${tenants ?? null}::bigint[] end,
		require_account = coalesce(${change.requireAccount ?? null}, require_account),
		version = version + 1, updated_at = now()
		where account_id = ${accountId} and id = ${id}`);
}
