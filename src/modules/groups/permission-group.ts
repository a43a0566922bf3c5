import { sql } from "../../db/index.ts";
import { type Context, forbidden } from "../../kernel/index.ts";

/**
 * Whoever puts a person into a group that reaches tenants gives that person what the group is granted, so it takes
 * the right to grant: otherwise a role that may write groups could let itself into every tenant. @throws forbidden
 */
export async function assertMayChangeUsers(
	ctx: Context,
	groupId: string,
	builtIn: string | null,
): Promise<void> {
	if (ctx.account.kind !== "provider" || ctx.may("grants.create")) return;
	const [grant] = await ctx.db.query(
		sql`select 1 as one from grants where account_id = ${ctx.account.id} and group_id = ${groupId} limit 1`,
	);
	if (grant || builtIn === "administrators")
		throw forbidden(
			"permission_group",
			"The group reaches tenants; who is in it changes only with the right to grant.",
		);
}
