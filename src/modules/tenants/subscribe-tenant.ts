import Type from "typebox";
import { Id, object, operation } from "../../kernel/index.ts";
import { auditBoth } from "../accounts/index.ts";
import { joinedTenant } from "./joined-tenant.ts";
import { Tenant, tenantExample } from "./tenant.ts";
import { findTenant, setSubscription } from "./tenant-store.ts";

export const subscribeTenant = operation({
	id: "tenants.subscribe",
	module: "tenants",
	access: "write",
	scope: "provider",
	method: "PUT",
	path: "/tenants/{id}/subscription",
	summary: "Note the plan that a tenant pays for, which ends its trial.",
	input: object({
		id: Id,
		plan: Type.String({ minLength: 1, maxLength: 100 }),
	}),
	output: Tenant,
	audit: { target: "tenant" },
	example: {
		input: { id: tenantExample.id, plan: "team-monthly" },
		output: {
			...tenantExample,
			subscription: "team-monthly",
			is_trial: false,
		},
	},
	async handler(ctx, { id, plan }) {
		const before = await joinedTenant(ctx, id);
		await setSubscription(ctx.db, id, plan);
		const after = (await findTenant(ctx.db, ctx.account.id, id)) as Tenant;
		auditBoth(ctx, id, { target: { id, name: before.name }, before, after });
		return after;
	},
});
