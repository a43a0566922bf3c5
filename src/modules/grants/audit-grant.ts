import type { Context } from "../../kernel/index.ts";
import { auditBoth } from "../accounts/index.ts";
import type { Grant } from "./grant.ts";
import { findGrantable } from "./grant-store.ts";

/**
 * Tells of a changed grant and voids what was cached about who reaches its tenant. The tenant reads it in its own log
 * too; an account that was merely asked to become one does not hear of it.
 */
export async function auditGrant(
	ctx: Context,
	grant: Grant,
	change: { before: Grant | null; after: Grant | null },
): Promise<void> {
	const { id, tenant_id, group_name } = grant;
	const told = { target: { id, name: group_name }, ...change };
	const kind = await findGrantable(ctx.db, ctx.account.id, tenant_id);
	if (kind === "tenant") auditBoth(ctx, tenant_id, told);
	else ctx.audit(told);
	ctx.revoke(tenant_id);
}
