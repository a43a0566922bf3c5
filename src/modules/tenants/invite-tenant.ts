import { conflict, Id, object, operation } from "../../kernel/index.ts";
import { setInvited } from "./invitation-store.ts";
import { lockedTenant } from "./joined-tenant.ts";
import { Tenant, tenantExample } from "./tenant.ts";
import { findTenant } from "./tenant-store.ts";

export const inviteTenant = operation({
	id: "tenants.invite",
	module: "tenants",
	access: "write",
	scope: "provider",
	method: "POST",
	path: "/tenants/{id}/invite",
	summary: "Ask an existing account to become a tenant.",
	description: "Its owner answers with accounts.answer_invite.",
	input: object({ id: Id }),
	output: Tenant,
	audit: { target: "tenant" },
	example: {
		input: { id: tenantExample.id },
		output: {
			...tenantExample,
			status: "invited",
			invited_at: "2026-01-05T09:00:00.000Z",
		},
	},
	async handler(ctx, { id }) {
		const before = await lockedTenant(ctx, id);
		if (before.status !== "existing")
			throw conflict(
				"not_existing",
				"Only an account with status existing can be invited.",
				{ status: before.status },
			);
		await setInvited(ctx.db, ctx.account.id, id, ctx.now);
		const after = (await findTenant(ctx.db, ctx.account.id, id)) as Tenant;
		const target = { id, name: after.name };
		ctx.audit({ target, before, after });
		ctx.audit({
			target,
			accountId: id,
			after: { provider_id: ctx.account.id, status: "invited" },
		});
		return after;
	},
});
