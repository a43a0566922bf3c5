import Type, { type Static } from "typebox";
import { sql } from "../../db/index.ts";
import { accessAllows } from "../../kernel/credentials/access.ts";
import { type Context, object, roleAllows } from "../../kernel/index.ts";

export const ReachedBy = object({
	groups: Type.Integer(),
	people: Type.Integer(),
});
export type ReachedBy = Static<typeof ReachedBy>;

/**
 * How many of the provider's people reach a tenant, for those of the provider who may ask for their names
 * (`grants.reach`). Grants lie in the provider's account, behind its wall.
 */
export async function reachedBy(ctx: Context): Promise<ReachedBy | null> {
	const { account, resources } = ctx;
	if (account.parentId === null || !maySee(ctx)) return null;
	const [row] = await resources.database
		.reader([account.parentId])
		.query<ReachedBy>(sql`select count(distinct g.group_id)::int as groups, count(distinct u.id)::int as people
			from grants g left join group_users m on m.account_id = g.account_id and m.group_id = g.group_id
			left join users u on u.account_id = m.account_id and u.id = m.user_id and u.kind = 'human' and not u.blocked
			where g.account_id = ${account.parentId} and g.tenant_id = ${account.id}`);
	return row ?? null;
}

function maySee({ caller, account, resources }: Context): boolean {
	if (caller.home.id !== account.parentId) return false;
	const operation = resources.registry.get("grants.reach");
	if (!accessAllows(caller.credential.access, operation)) return false;
	return !caller.user || roleAllows(caller.user.role, operation);
}
