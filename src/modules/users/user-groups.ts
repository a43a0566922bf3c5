import { type Handle, sql } from "../../db/index.ts";
import type { RoleName } from "../../kernel/index.ts";
import { assignableGroups } from "../groups/index.ts";

/**
 * Makes these the groups of a user. Membership in Administrators is left alone: it follows from the role.
 * @throws invalid naming the first id that is no group to put a user into
 */
export async function setGroups(
	db: Handle,
	accountId: string,
	userId: string,
	groupIds: readonly string[],
): Promise<void> {
	const ids = await assignableGroups(db, accountId, groupIds);
	await Promise.all([
		db.query(sql`delete from group_users m using groups g where g.account_id = m.account_id and g.id = m.group_id
			and m.account_id = ${accountId} and m.user_id = ${userId} and g.built_in is distinct from 'administrators'
			and not g.id = any(${ids}::bigint[])`),
		db.query(sql`insert into group_users (account_id, group_id, user_id)
			select g.account_id, g.id, ${userId}::bigint from groups g where g.account_id = ${accountId} and g.id = any(${ids}::bigint[])
			and g.built_in is distinct from 'administrators' on conflict do nothing`),
	]);
}

/** The built-in group Administrators of a provider holds its owners and administrators, and nobody else. */
export async function followRole(
	db: Handle,
	accountId: string,
	user: { id: string; kind: "human" | "service"; role: RoleName },
): Promise<void> {
	const belongs =
		user.kind === "human" && (user.role === "owner" || user.role === "admin");
	await db.query(
		belongs
			? sql`insert into group_users (account_id, group_id, user_id) select g.account_id, g.id, ${user.id}::bigint from groups g
				where g.account_id = ${accountId} and g.built_in = 'administrators' on conflict do nothing`
			: sql`delete from group_users m using groups g where g.account_id = m.account_id and g.id = m.group_id
				and m.account_id = ${accountId} and m.user_id = ${user.id} and g.built_in = 'administrators'`,
	);
}
