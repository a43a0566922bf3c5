import {
	type Context,
	conflict,
	Id,
	object,
	operation,
} from "../../kernel/index.ts";
import { auditBoth } from "../accounts/index.ts";
import { joinedTenant } from "./joined-tenant.ts";
import { Tenant, tenantExample } from "./tenant.ts";
import { findTenant, setSuspended } from "./tenant-store.ts";

export const suspendTenant = operation({
	id: "tenants.suspend",
	module: "tenants",
	access: "write",
	scope: "provider",
	method: "POST",
	path: "/tenants/{id}/suspend",
	summary: "Suspend a tenant: nobody may work in it until it is resumed.",
	input: object({ id: Id }),
	output: Tenant,
	audit: { target: "tenant" },
	example: {
		input: { id: tenantExample.id },
		output: {
			...tenantExample,
			status: "suspended",
			suspended_at: "2026-02-01T09:00:00.000Z",
		},
	},
	async handler(ctx, { id }) {
		const before = await joinedTenant(ctx, id);
		if (before.status === "suspended")
			throw conflict("suspended", "The tenant is suspended already.");
		return change(ctx, before, ctx.now);
	},
});

export const resumeTenant = operation({
	id: "tenants.resume",
	module: "tenants",
	access: "write",
	scope: "provider",
	method: "POST",
	path: "/tenants/{id}/resume",
	summary: "Let people work in a suspended tenant again.",
	input: object({ id: Id }),
	output: Tenant,
	audit: { target: "tenant" },
	example: { input: { id: tenantExample.id }, output: tenantExample },
	async handler(ctx, { id }) {
		const before = await joinedTenant(ctx, id);
		if (before.status !== "suspended")
			throw conflict("not_suspended", "The tenant is not suspended.");
		return change(ctx, before, null);
	},
});

async function change(
	ctx: Context,
	before: Tenant,
	suspendedAt: Date | null,
): Promise<Tenant> {
	const { id, name } = before;
	await setSuspended(ctx.db, id, suspendedAt);
	const after = (await findTenant(ctx.db, ctx.account.id, id)) as Tenant;
	auditBoth(ctx, id, { target: { id, name }, before, after });
	ctx.revoke(id);
	return after;
}
