import { type Handle, type Sql, sql } from "../../db/index.ts";
import { EntityStore } from "../../kernel/index.ts";
import type { SetupKey, setupKeyStates } from "./setup-key.ts";

/** A key as stored: whether it is still good depends on when one asks. */
interface SetupKeyRow
	extends Omit<SetupKey, "masked_key" | "state" | "valid" | "expires_at"> {
	key_prefix: string;
	expires_at: Date | null;
}

/** A lock is also what enrolments that race for the last use of a key wait for. */
export interface LockedSetupKey {
	id: string;
	name: string;
	version: number;
	revoked: boolean;
	expires_at: Date | null;
	usage_limit: number;
	used_times: number;
	ephemeral: boolean;
	allow_extra_dns_labels: boolean;
}

export const setupKeys = new EntityStore<SetupKey, LockedSetupKey, SetupKeyRow>(
	{
		noun: "setup key",
		table: "setup_keys",
		locked:
			"id, name, version, revoked, expires_at, usage_limit, used_times, ephemeral, allow_extra_dns_labels",
		columns: `t.id, t.account_id, t.name, t.type, t.key_prefix, t.revoked, t.usage_limit, t.used_times, t.ephemeral, t.allow_extra_dns_labels,
	t.expires_at, t.last_used_at, t.created_by, t.created_by_name, t.version, t.created_at, t.updated_at,
	coalesce((select json_agg(m.group_id::text order by m.group_id) from setup_key_groups m where m.account_id = t.account_id and m.setup_key_id = t.id), '[]') as groups`,
		sortable: {
			name: "t.name",
			type: "t.type",
			created_by_name: "t.created_by_name",
			created_at: { expression: "t.created_at", type: "timestamptz" },
			expires_at: {
				expression: "coalesce(t.expires_at, 'infinity')",
				type: "timestamptz",
			},
			last_used_at: {
				expression: "coalesce(t.last_used_at, 'epoch')",
				type: "timestamptz",
			},
			used_times: { expression: "t.used_times", type: "int" },
		},
		searchable: ["t.name", "t.created_by_name"],
		finish: (rows, { now }) => rows.map((row) => toSetupKey(row, now)),
	},
);

type State = (typeof setupKeyStates)[number];

/** Several may hold; the vendor's order decides which one is told. */
export function stateOf(
	row: Pick<
		SetupKeyRow,
		"expires_at" | "revoked" | "usage_limit" | "used_times"
	>,
	now: Date,
): State {
	if (row.expires_at !== null && row.expires_at <= now) return "expired";
	if (row.revoked) return "revoked";
	if (row.usage_limit > 0 && row.used_times >= row.usage_limit)
		return "overused";
	return "valid";
}

/** The same as a condition, for lists. */
export function inState(state: State, now: Date): Sql {
	const expired = sql`coalesce(t.expires_at <= ${now}, false)`;
	const overused = sql`(t.usage_limit > 0 and t.used_times >= t.usage_limit)`;
	switch (state) {
		case "expired":
			return expired;
		case "revoked":
			return sql`not ${expired} and t.revoked`;
		case "overused":
			return sql`not ${expired} and not t.revoked and ${overused}`;
		case "valid":
			return sql`not ${expired} and not t.revoked and not ${overused}`;
	}
}

function toSetupKey(row: SetupKeyRow, now: Date): SetupKey {
	const { key_prefix, expires_at, ...rest } = row;
	const state = stateOf(row, now);
	return {
		...rest,
		masked_key: `${key_prefix}****`,
		state,
		valid: state === "valid",
		expires_at: expires_at === null ? null : expires_at.toISOString(),
	};
}

/** Counts one use. Not a change of the key: its version and its time of change stay. */
export async function countUse(
	db: Handle,
	accountId: string,
	id: string,
	now: Date,
): Promise<void> {
	await db.query(
		sql`update setup_keys set used_times = used_times + 1, last_used_at = ${now} where account_id = ${accountId} and id = ${id}`,
	);
}

export interface NewSetupKey {
	accountId: string;
	name: string;
	type: SetupKey["type"];
	keyHash: Buffer;
	pepperVersion: number;
	keyPrefix: string;
	expiresAt: Date | null;
	usageLimit: number;
	ephemeral: boolean;
	allowExtraDnsLabels: boolean;
	createdBy: { id: string | null; name: string };
}

export async function insertSetupKey(
	db: Handle,
	key: NewSetupKey,
): Promise<string> {
	const [row] = await db.query<{
		id: string;
	}>(sql`insert into setup_keys (account_id, name, type, key_hash, pepper_version, key_prefix, expires_at, usage_limit, ephemeral,
			allow_extra_dns_labels, created_by, created_by_name)
		values (${key.accountId}, ${key.name}, ${key.type}, ${key.keyHash}, ${key.pepperVersion}, ${key.keyPrefix}, ${key.expiresAt}, ${key.usageLimit},
			${key.ephemeral}, ${key.allowExtraDnsLabels}, ${key.createdBy.id}, ${key.createdBy.name}) returning id`);
	return (row as { id: string }).id;
}

/** Makes these the groups that machines join. */
export async function setAutoGroups(
	db: Handle,
	accountId: string,
	id: string,
	groupIds: readonly string[],
): Promise<void> {
	await Promise.all([
		db.query(
			sql`delete from setup_key_groups where account_id = ${accountId} and setup_key_id = ${id} and not group_id = any(${groupIds}::bigint[])`,
		),
		db.query(sql`insert into setup_key_groups (account_id, setup_key_id, group_id)
			select ${accountId}::bigint, ${id}::bigint, g from unnest(${groupIds}::bigint[]) as wanted (g) on conflict do nothing`),
	]);
}

export async function storeRevoked(
	db: Handle,
	accountId: string,
	id: string,
	revoked: boolean,
): Promise<void> {
	await db.query(sql`update setup_keys set revoked = ${revoked}, version = version + 1, updated_at = now()
		where account_id = ${accountId} and id = ${id}`);
}
