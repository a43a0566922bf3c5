import { sql } from "../../db/index.ts";
import type { Context, RoleName } from "../../kernel/index.ts";
import { assertMayChangeUsers } from "../groups/index.ts";
import { assertMayGive } from "./user-rules.ts";

/**
 * Whoever opens a way in for somebody, or takes away what bars it, can become that user. So it takes what making the
 * user would: the right to give the role, and to put people into each of the groups.
 * @throws forbidden (`role_above_own`, `key_tenants`, `permission_group`)
 */
export async function assertMayLetIn(
	ctx: Context,
	user: { id: string; role: RoleName },
): Promise<void> {
	assertMayGive(ctx, user.role);
	const groups = await ctx.db.query<{ id: string }>(
		sql`select group_id as id from group_users where account_id = ${ctx.account.id} and user_id = ${user.id}`,
	);
	for (const { id } of groups) await assertMayChangeUsers(ctx, id, null);
}
