import { sql } from "../../db/index.ts";
import { type Context, forbidden } from "../../kernel/index.ts";

/**
 * Whoever puts a person into a group that reaches tenants gives that person what the group is granted, so it takes
 * the right to grant: otherwise a role that may write groups could let itself into every tenant. A credential that is
 * narrowed to some tenants lets people into no others. @throws forbidden (`permission_group`, `key_tenants`)
 */
export async function assertMayChangeUsers(
	ctx: Context,
	groupId: string,
	builtIn: string | null,
): Promise<void> {
	if (ctx.account.kind !== "provider") return;
	const granting = ctx.may("grants.create");
	const { tenants } = ctx.caller.credential;
	if (granting && tenants === null) return;
	const own = granting ? tenants : [];
	const [grant] = await ctx.db.query(
		sql`select 1 as one from grants where account_id = ${ctx.account.id} and group_id = ${groupId} and not tenant_id = any(${own}::bigint[]) limit 1`,
	);
	if (!grant && builtIn !== "administrators") return;
	throw granting
		? forbidden(
				"key_tenants",
				"The group reaches tenants that your credential does not enter.",
			)
		: forbidden(
				"permission_group",
				"The group reaches tenants; who is in it changes only with the right to grant.",
			);
}
