import { type Context, invalid } from "../../kernel/index.ts";
import { unknownGroup } from "../groups/index.ts";
import type { TenantGrant } from "./grant.ts";
import { setGrants } from "./grant-store.ts";

/**
 * Makes the grants of a tenant exactly these. The call runs in the provider, so its groups are the only ones there
 * are: nothing inside a tenant can reach up. @throws invalid naming the group
 */
export async function replaceGrants(
	ctx: Context,
	tenantId: string,
	grants: readonly TenantGrant[],
): Promise<void> {
	const ids = grants.map(({ group_id }) => group_id);
	const twice = ids.find((id, index) => ids.indexOf(id) < index);
	if (twice !== undefined)
		throw invalid("groups", "unique", `groups names ${twice} twice`, {
			id: twice,
		});
	const unknown = await unknownGroup(ctx.db, ctx.account.id, ids);
	if (unknown !== undefined)
		throw invalid(
			"groups",
			"exists",
			`groups names ${unknown}, which is not a group of this account`,
			{ id: unknown },
		);
	await setGrants(ctx.db, ctx.account.id, tenantId, grants);
	ctx.revoke(tenantId);
}
