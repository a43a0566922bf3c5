import { type Handle, raw, sql } from "../../db/index.ts";
import { EntityStore } from "../../kernel/index.ts";
import type { UserInvite } from "./user-invite.ts";

/** A row as stored; whether it has expired depends on when one asks. */
type InviteRow = Omit<UserInvite, "expired" | "expires_at"> & {
	expires_at: Date;
};

/** A lock sees to it that an invitation is taken once and either renewed or deleted, not both. */
interface LockedInvite {
	user_id: string;
	expires_at: Date;
	version: number;
}

export const invites = new EntityStore<UserInvite, LockedInvite, InviteRow>({
	noun: "invite",
	table: "user_invites",
	joins: "join users u on u.account_id = t.account_id and u.id = t.user_id",
	locked: "user_id, expires_at, version",
	columns: `t.id, t.account_id, t.user_id, u.email, u.name, u.role, t.expires_at, t.created_by, t.created_by_name, t.version, t.created_at, t.updated_at,
	coalesce((select json_agg(m.group_id::text order by m.group_id) from group_users m where m.account_id = t.account_id and m.user_id = t.user_id), '[]') as groups`,
	sortable: {
		email: "u.email",
		name: "u.name",
		created_at: { expression: "t.created_at", type: "timestamptz" },
		expires_at: { expression: "t.expires_at", type: "timestamptz" },
	},
	searchable: ["u.email", "u.name"],
	finish: (rows, { now }) => rows.map((row) => toInvite(row, now)),
});

function toInvite(row: InviteRow, now: Date): UserInvite {
	return {
		...row,
		expires_at: row.expires_at.toISOString(),
		expired: row.expires_at <= now,
	};
}

export async function insertInvite(
	db: Handle,
	invite: {
		accountId: string;
		userId: string;
		tokenHash: Buffer;
		expiresAt: Date;
		createdBy: { id: string | null; name: string };
	},
): Promise<string> {
	const [row] = await db.query<{
		id: string;
	}>(sql`insert into user_invites (account_id, user_id, token_hash, expires_at, created_by, created_by_name)
		values (${invite.accountId}, ${invite.userId}, ${invite.tokenHash}, ${invite.expiresAt}, ${invite.createdBy.id}, ${invite.createdBy.name}) returning id`);
	return (row as { id: string }).id;
}

export async function renewInvite(
	db: Handle,
	accountId: string,
	id: string,
	tokenHash: Buffer,
	expiresAt: Date,
): Promise<void> {
	await db.query(sql`update user_invites set token_hash = ${tokenHash}, expires_at = ${expiresAt}, version = version + 1, updated_at = now()
		where account_id = ${accountId} and id = ${id}`);
}

/** The id of the invitation that waits for an e-mail address in this account, if one does. */
export async function inviteOf(
	db: Handle,
	accountId: string,
	email: string,
): Promise<string | undefined> {
	const [row] = await db.query<{ id: string }>(
		sql`select t.id from ${raw(invites.plan.from)} where t.account_id = ${accountId} and lower(u.email) = lower(${email}) and u.status = 'invited'`,
	);
	return row?.id;
}
