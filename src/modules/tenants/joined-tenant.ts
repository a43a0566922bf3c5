import {
	type Context,
	checkVersion,
	conflict,
	notFound,
} from "../../kernel/index.ts";
import { isWithinNarrowing } from "../grants/index.ts";
import type { Tenant } from "./tenant.ts";
import { findTenant, lockTenant } from "./tenant-store.ts";

/** The tenant or noted account that a read is about. */
export async function visibleTenant(ctx: Context, id: string): Promise<Tenant> {
	const tenant = isWithinNarrowing(ctx, id)
		? await findTenant(ctx.db, ctx.account.id, id)
		: undefined;
	if (!tenant) throw notFound("tenant", id);
	return tenant;
}

/** The tenant or noted account that a write is about, locked and of the version the caller has seen. */
export async function lockedTenant(ctx: Context, id: string): Promise<Tenant> {
	const tenant = isWithinNarrowing(ctx, id)
		? await lockTenant(ctx.db, ctx.account.id, id)
		: undefined;
	if (!tenant) throw notFound("tenant", id);
	checkVersion(ctx, tenant);
	return tenant;
}

/** The same for what only makes sense once the account is the provider's. @throws conflict (`not_joined`) */
export async function joinedTenant(ctx: Context, id: string): Promise<Tenant> {
	const tenant = await lockedTenant(ctx, id);
	assertJoined(tenant);
	return tenant;
}

/** @throws conflict (`not_joined`) */
export function assertJoined(tenant: Pick<Tenant, "status">): void {
	if (hasJoined(tenant)) return;
	throw conflict(
		"not_joined",
		"This account has not become a tenant; it must accept an invitation first.",
		{ status: tenant.status },
	);
}

export function hasJoined({ status }: Pick<Tenant, "status">): boolean {
	return status !== "existing" && status !== "invited";
}
