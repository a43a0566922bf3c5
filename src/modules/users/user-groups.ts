import { type Handle, sql } from "../../db/index.ts";
import type { Context, RoleName } from "../../kernel/index.ts";
import { assertMayChangeUsers, assignableGroups } from "../groups/index.ts";

/**
 * Makes these the groups of a user. Membership in Administrators is left alone: it follows from the role. Who joins or
 * leaves a group that reaches tenants gains or loses them, so that needs the right to grant, here as in the group.
 * @throws invalid naming the first id that is no group to put a user into, forbidden (`permission_group`)
 */
export async function setGroups(
	ctx: Context,
	userId: string,
	groupIds: readonly string[],
): Promise<void> {
	const { db, account } = ctx;
	const ids = await assignableGroups(db, account.id, groupIds);
	const changed = await db.query<{ id: string }>(sql`
		select g.id from groups g where g.account_id = ${account.id} and g.built_in is distinct from 'administrators'
		and g.id = any(${ids}::bigint[]) <> exists (select 1 from group_users m where m.account_id = g.account_id and m.group_id = g.id and m.user_id = ${userId})`);
	for (const { id } of changed) await assertMayChangeUsers(ctx, id, null);
	const those = changed.map(({ id }) => id);
	await Promise.all([
		db.query(
			sql`delete from group_users where account_id = ${account.id} and user_id = ${userId} and group_id = any(${those}::bigint[]) and not group_id = any(${ids}::bigint[])`,
		),
		db.query(sql`insert into group_users (account_id, group_id, user_id)
			select ${account.id}::bigint, id, ${userId}::bigint from unnest(${those}::bigint[]) as changed (id) where id = any(${ids}::bigint[]) on conflict do nothing`),
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
