import { Id, object, operation } from "../../kernel/index.ts";
import { visibleTenant } from "./joined-tenant.ts";
import { Tenant, tenantExample } from "./tenant.ts";

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
	handler: (ctx, { id }) => visibleTenant(ctx, id),
});
