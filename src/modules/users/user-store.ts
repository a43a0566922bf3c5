import { type Handle, sql } from "../../db/index.ts";
import { EntityStore, type RoleName } from "../../kernel/index.ts";
import { HAS_SECOND_FACTOR } from "./reach-conditions.ts";
import type { User } from "./user.ts";

export interface LockedUser {
	id: string;
	kind: User["kind"];
	name: string;
	email: string;
	role: RoleName;
	status: User["status"];
	blocked: boolean;
	version: number;
}

export const users = new EntityStore<User, LockedUser>({
	noun: "user",
	table: "users",
	locked: "id, kind, name, email, role, status, blocked, version",
	columns: `t.id, t.account_id, t.kind, t.email, t.name, t.first_name, t.last_name, t.role, t.status, t.blocked,
	t.kind = 'service' or t.api_access as api_access, ${HAS_SECOND_FACTOR} as second_factor, t.timezone, t.issued, t.last_login_at, t.version, t.created_at, t.updated_at,
	coalesce((select json_agg(m.group_id::text order by m.group_id) from group_users m where m.account_id = t.account_id and m.user_id = t.id), '[]') as groups`,
	sortable: {
		name: "t.name",
		email: "t.email",
		role: "t.role",
		kind: "t.kind",
		status: "t.status",
		blocked: { expression: "t.blocked", type: "boolean" },
		created_at: { expression: "t.created_at", type: "timestamptz" },
		last_login_at: {
			expression: "coalesce(t.last_login_at, 'epoch')",
			type: "timestamptz",
		},
	},
	searchable: ["t.name", "t.email"],
});

export interface UserChange {
	name?: string | undefined;
	first_name?: string | undefined;
	last_name?: string | undefined;
	timezone?: string | undefined;
	role?: RoleName | undefined;
	status?: User["status"] | undefined;
	blocked?: boolean | undefined;
	api_access?: boolean | undefined;
}

/** Writes the fields that are given; the others stay. */
export async function storeUser(
	db: Handle,
	accountId: string,
	id: string,
	change: UserChange,
): Promise<void> {
	await db.query(sql`update users set name = coalesce(${change.name ?? null}, name), first_name = coalesce(${change.first_name ?? null}, first_name),
		last_name = coalesce(${change.last_name ?? null}, last_name), timezone = coalesce(${change.timezone ?? null}, timezone),
		role = coalesce(${change.role ?? null}, role), status = coalesce(${change.status ?? null}, status),
		blocked = coalesce(${change.blocked ?? null}, blocked), api_access = coalesce(${change.api_access ?? null}, api_access),
		version = version + 1, updated_at = now()
		where account_id = ${accountId} and id = ${id}`);
}

/** Makes an account's owners administrators and answers who they were. */
export async function demoteOwners(
	db: Handle,
	accountId: string,
): Promise<{ id: string; name: string }[]> {
	return db.query(sql`update users set role = 'admin', version = version + 1, updated_at = now()
		where account_id = ${accountId} and role = 'owner' returning id, name`);
}

export async function hasOwner(
	db: Handle,
	accountId: string,
): Promise<boolean> {
	const rows = await db.query(
		sql`select 1 as one from users where account_id = ${accountId} and role = 'owner' limit 1`,
	);
	return rows.length > 0;
}

/** Whether anybody in the whole server has this e-mail address. */
export async function emailTaken(db: Handle, email: string): Promise<boolean> {
	const [row] = await db.query<{ taken: boolean }>(
		sql`select email_taken(${email}) as taken`,
	);
	return row?.taken ?? false;
}
