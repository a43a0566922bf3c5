import Type from "typebox";
import {
	equals,
	listPage,
	object,
	oneOf,
	operation,
	pageInput,
	pageOf,
} from "../../kernel/index.ts";
import { withinNarrowing } from "../grants/index.ts";
import { Tenant, tenantExample, tenantStatuses } from "./tenant.ts";
import { completeTenant, tenantList } from "./tenant-store.ts";

export const listTenants = operation({
	id: "tenants.list",
	module: "tenants",
	access: "read",
	scope: "provider",
	method: "GET",
	path: "/tenants",
	summary: "List the tenants and the accounts that may become tenants.",
	input: object({
		...pageInput,
		status: Type.Optional(oneOf(tenantStatuses)),
		joined: Type.Optional(
			Type.Boolean({
				description: "Whether it is a tenant, not only found or invited",
			}),
		),
		name: Type.Optional(Type.String({ description: "Exactly this name" })),
		domain: Type.Optional(Type.String({ description: "Exactly this domain" })),
	}),
	output: pageOf(Tenant),
	example: {
		input: {},
		output: { data: [tenantExample], next: null, has_more: false },
	},
	async handler(ctx, { status, joined, name, domain, ...page }) {
		const found = await listPage<Tenant>(
			ctx.db,
			ctx.accountIds,
			tenantList,
			page,
			[
				withinNarrowing(ctx, "t.id"),
				equals("t.status", status),
				equals("(t.status not in ('existing', 'invited'))", joined),
				equals("t.name", name),
				equals("t.domain", domain?.toLowerCase()),
			],
		);
		return { ...found, data: found.data.map(completeTenant) };
	},
});
