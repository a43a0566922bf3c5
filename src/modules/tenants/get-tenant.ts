import { Id, notFound, object, operation } from "../../kernel/index.ts";
import { Tenant, tenantExample } from "./tenant.ts";
import { findTenant } from "./tenant-store.ts";

export const getTenant = operation({
	id: "tenants.get",
	module: "tenants",
	access: "read",
	scope: "provider",
	method: "GET",
	path: "/tenants/{id}",
	summary: "Read one tenant.",
	input: object({ id: Id }),
	output: Tenant,
	example: { input: { id: tenantExample.id }, output: tenantExample },
	async handler(ctx, { id }) {
		const tenant = await findTenant(ctx.db, ctx.account.id, id);
		if (!tenant) throw notFound("tenant", id);
		return tenant;
	},
});
