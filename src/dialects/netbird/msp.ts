import { notFound } from "../../kernel/errors.ts";
import type { WireCall, WireRoute } from "../dialect.ts";
import { homeParameter } from "./account-parameter.ts";
import type { Account } from "./account-shape.ts";
import { listOf, shape, text } from "./schemas.ts";
import type { Tenant } from "./tenant-shape.ts";
import { allRows, dateOr, ok } from "./wire.ts";

const tag = "Tenants";

const infoSchema = shape({
	id: text,
	activated_at: text,
	domain: text,
	name: text,
	parent: text,
	parent_name: text,
	parent_domain: text,
	parent_owner_name: text,
	parent_owner_email: text,
	status: text,
	reseller_status: text,
});
const enterableSchema = shape({
	id: text,
	account_id: text,
	activated_at: text,
	created_at: text,
	disabled_at: text,
	name: text,
	domain: text,
	updated_at: text,
	status: text,
});

export const mspRoutes: readonly WireRoute[] = [
	{
		method: "GET",
		path: "/api/integrations/msp",
		operation: "accounts.get",
		account: homeParameter,
		document: {
			summary: "Read what the caller's account is as a provider",
			tag,
			answers: {
				200: { description: "The provider", schema: infoSchema },
			},
		},
		handle: readProvider,
	},
	{
		method: "GET",
		path: "/api/integrations/msp/switcher",
		operation: "accounts.list",
		account: homeParameter,
		document: {
			summary: "List the tenants that the caller may enter",
			tag,
			answers: {
				200: {
					description: "The tenants",
					schema: listOf(enterableSchema),
				},
			},
		},
		handle: listEnterable,
	},
];

/** There are no distributors above providers here, so nothing is said of a parent. */
async function readProvider(call: WireCall) {
	const { home } = call.caller;
	if (home.kind !== "provider") throw notFound("msp", home.id);
	const account: Account = await call.run("accounts.get", {});
	return ok({
		id: account.id,
		activated_at: dateOr(account.activated_at),
		domain: account.domain,
		name: account.name,
		parent: "",
		parent_name: "",
		parent_domain: "",
		parent_owner_name: "",
		parent_owner_email: "",
		status: account.status,
		reseller_status: "",
	});
}

/** Whoever may not read tenants still learns the names of those they may enter. */
async function listEnterable(call: WireCall) {
	const enterable = await allRows<Pick<Tenant, "id" | "name" | "status">>(
		call,
		"accounts.list",
		{ kind: "tenant" },
	);
	const tenants = call.may("tenants.list")
		? await allRows<Tenant>(call, "tenants.list")
		: [];
	const known = new Map(tenants.map((tenant) => [tenant.id, tenant]));
	return ok(
		enterable
			.filter(({ id }) => id !== call.caller.home.id)
			.map((account) => {
				const tenant = known.get(account.id);
				return {
					id: account.id,
					account_id: account.id,
					activated_at: dateOr(tenant?.activated_at ?? null),
					created_at: dateOr(tenant?.created_at ?? null),
					disabled_at: dateOr(tenant?.suspended_at ?? null),
					name: account.name,
					domain: tenant?.domain ?? "",
					updated_at: dateOr(tenant?.updated_at ?? null),
					status: account.status,
				};
			}),
	);
}
