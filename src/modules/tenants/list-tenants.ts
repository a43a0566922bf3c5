import Type, { type Static } from "typebox";
import {
	type Context,
	equals,
	listPage,
	nullable,
	object,
	oneOf,
	operation,
	pageInput,
	pageOf,
} from "../../kernel/index.ts";
import { withinNarrowing } from "../grants/index.ts";
import { hasJoined } from "./joined-tenant.ts";
import { Tenant, tenantExample, tenantStatuses } from "./tenant.ts";
import {
	TenantCounts,
	tenantCounts,
	tenantCountsExample,
} from "./tenant-counts.ts";
import { completeTenant, tenantList } from "./tenant-store.ts";

const ListedTenant = object({
	...Tenant.properties,
	counts: Type.Optional(nullable(TenantCounts)),
});
type ListedTenant = Static<typeof ListedTenant>;

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
		counts: Type.Optional(
			Type.Boolean({
				description:
					"Also answer `counts` of each tenant; null for an account that is no tenant yet",
			}),
		),
	}),
	output: pageOf(ListedTenant),
	example: {
		input: { counts: true },
		output: {
			data: [{ ...tenantExample, counts: tenantCountsExample }],
			next: null,
			has_more: false,
		},
	},
	async handler(ctx, { status, joined, name, domain, counts, ...page }) {
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
		const data = found.data.map(completeTenant);
		return { ...found, data: counts ? await withCounts(ctx, data) : data };
	},
});

async function withCounts(
	ctx: Context,
	tenants: readonly Tenant[],
): Promise<ListedTenant[]> {
	const joined = tenants.filter(hasJoined).map(({ id }) => id);
	const counts = await tenantCounts(ctx, joined);
	return tenants.map((tenant) => ({
		...tenant,
		counts: counts.get(tenant.id) ?? null,
	}));
}
