import Type from "typebox";
import {
	type Context,
	forbidden,
	object,
	operation,
} from "../../kernel/index.ts";
import {
	AccountName,
	auditBoth,
	DomainName,
	emptyProfile,
	insertAccount,
	optionalFields,
	overlay,
	type Profile,
	profileFields,
	rangeFields,
	readRanges,
	updateProfile,
} from "../accounts/index.ts";
import { replaceGrants, type TenantGrant } from "../grants/index.ts";
import { findExisting, noteExisting } from "./existing-account.ts";
import { Tenant, TenantGroups, tenantExample } from "./tenant.ts";
import { findAdministrators, findTenant } from "./tenant-store.ts";

export const createTenant = operation({
	id: "tenants.create",
	module: "tenants",
	access: "write",
	scope: "provider",
	method: "POST",
	path: "/tenants",
	summary: "Create a tenant.",
	description:
		"Without `groups` the group Administrators reaches it as admin. With a `domain` it is pending until the domain is proven, and usable at once. Where an account of its own has that domain, the answer has status `existing`: invite it.",
	input: object({
		name: AccountName,
		domain: Type.Optional(DomainName),
		groups: Type.Optional(TenantGroups),
		...optionalFields(profileFields),
		...optionalFields(rangeFields),
	}),
	output: Tenant,
	audit: { target: "tenant" },
	example: {
		input: { name: "Acme", domain: "acme.test", seats: 50 },
		output: { ...tenantExample, status: "pending", activated_at: null },
	},
	async handler(ctx, { name, domain = "", groups, verified_ranges, ...given }) {
		if (ctx.caller.credential.tenants !== null)
			throw forbidden(
				"key_tenants",
				"A credential that is narrowed to some tenants makes no others.",
			);
		const wanted = { name, domain: domain.toLowerCase() };
		const grants = groups ?? (await administrators(ctx));
		const existing = await findExisting(ctx, wanted.domain);
		if (existing) {
			await noteExisting(ctx, existing, wanted, {
				...given,
				...(verified_ranges && { verified_ranges }),
			});
			await replaceGrants(ctx, existing, grants);
			return (await findTenant(ctx.db, ctx.account.id, existing)) as Tenant;
		}
		const id = await insertTenant(ctx, wanted, {
			...overlay(emptyProfile, given),
			verified_ranges: readRanges(verified_ranges ?? []),
		});
		await replaceGrants(ctx, id, grants);
		const after = (await findTenant(ctx.db, ctx.account.id, id)) as Tenant;
		auditBoth(ctx, id, { target: { id, name }, after });
		return after;
	},
});

async function administrators(ctx: Context): Promise<TenantGrant[]> {
	const group_id = await findAdministrators(ctx.db, ctx.account.id);
	return group_id === undefined ? [] : [{ group_id, role: "admin" }];
}

async function insertTenant(
	ctx: Context,
	{ name, domain }: { name: string; domain: string },
	profile: Profile & { verified_ranges: readonly string[] },
): Promise<string> {
	const { id } = await insertAccount(ctx.tx, {
		kind: "tenant",
		parentId: ctx.account.id,
		name,
		domain,
		status: domain === "" ? "active" : "pending",
		createdBy: ctx.caller.user?.id ?? null,
	});
	await updateProfile(ctx.db, id, { name, ...profile });
	return id;
}
