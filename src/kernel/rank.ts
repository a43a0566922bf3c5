import type { Context } from "./context.ts";
import { type RoleName, roles } from "./roles.ts";

/**
 * How high the caller stands in the effective account, as a rank of the role table. An organization's own key has no
 * role; only administrators make such keys, so it stands where they do. Machines stand below everybody.
 */
export function rankHere(ctx: Pick<Context, "caller" | "role">): number {
	if (ctx.role) return roles[ctx.role].rank;
	return ctx.caller.credential.kind === "organization" ? roles.admin.rank : 0;
}

/** Whether the caller has the rights of an administrator in the effective account. */
export function isAdministratorHere(
	ctx: Pick<Context, "caller" | "role">,
): boolean {
	return rankHere(ctx) >= roles.admin.rank;
}

/** Whether one role stands above what the caller has here. */
export function standsAbove(
	ctx: Pick<Context, "caller" | "role">,
	role: RoleName,
): boolean {
	return roles[role].rank > rankHere(ctx);
}
