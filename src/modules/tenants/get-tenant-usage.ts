import { Id, object, operation } from "../../kernel/index.ts";
import { usageFields, usageOf } from "../accounts/index.ts";
import { assertJoined, visibleTenant } from "./joined-tenant.ts";

export const getTenantUsage = operation({
	id: "tenants.usage",
	module: "tenants",
	access: "read",
	scope: "provider",
	method: "GET",
	path: "/tenants/{id}/usage",
	summary: "Count the users and endpoints of a tenant.",
	input: object({ id: Id }),
	output: object(usageFields),
	example: {
		input: { id: "1000007" },
		output: {
			active_users: 3,
			total_users: 4,
			active_endpoints: 41,
			total_endpoints: 50,
		},
	},
	async handler(ctx, { id }) {
		assertJoined(await visibleTenant(ctx, id));
		// The figures, and nothing else, for whoever may read tenants: no grant into the tenant is needed.
		return usageOf(ctx.resources.database.reader([id]), id, ctx.now);
	},
});
