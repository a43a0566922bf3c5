import type { Change, Context } from "../../kernel/index.ts";

/** Tells of a change to a tenant in two logs: the provider's, whose act it was, and the tenant's, whom it concerns. */
export function auditBoth(
	ctx: Context,
	tenantId: string,
	change: Change,
): void {
	ctx.audit(change);
	ctx.audit({ ...change, accountId: tenantId });
}
