import Type from "typebox";
import {
	type Context,
	checkVersion,
	conflict,
	Id,
	object,
	operation,
} from "../../kernel/index.ts";
import { auditBoth, isDomainProven } from "../accounts/index.ts";
import { assertJoined, joinedTenant, visibleTenant } from "./joined-tenant.ts";
import type { Tenant } from "./tenant.ts";
import { findTenant, setActive } from "./tenant-store.ts";

export const verifyDomain = operation({
	id: "tenants.verify_domain",
	module: "tenants",
	access: "write",
	scope: "provider",
	method: "POST",
	path: "/tenants/{id}/verify-domain",
	summary: "Look in DNS for the proof of a tenant's domain.",
	description:
		"The proof is a TXT record of the domain: `reeve-verification=` or `nb-verification=`, followed by the challenge. Found, the tenant is active.",
	input: object({ id: Id }),
	output: object({ verified: Type.Boolean(), dns_challenge: Type.String() }),
	perMinute: 20,
	audit: { target: "tenant" },
	example: {
		input: { id: "1000007" },
		output: {
			verified: true,
			dns_challenge: "5f1d0c9ab2e34c7d8f60a1b2c3d4e5f6",
		},
	},
	/** Asks DNS, whose answer may take seconds. */
	async prepare(ctx, { id }) {
		const tenant = await readTenant(ctx, id);
		const { activated_at, domain, dns_challenge } = tenant;
		if (activated_at !== null) return true;
		const { txtRecords } = ctx.resources;
		return isDomainProven(txtRecords, domain, dns_challenge);
	},
	async handler(ctx, { id }, verified) {
		const tenant = await readTenant(ctx, id);
		const { dns_challenge } = tenant;
		if (verified && tenant.activated_at === null) await activate(ctx, id);
		else
			ctx.audit({
				target: { id, name: tenant.name },
				after: { verified },
			});
		return { verified, dns_challenge };
	},
});

async function readTenant(ctx: Context, id: string): Promise<Tenant> {
	const tenant = await visibleTenant(ctx, id);
	checkVersion(ctx, tenant);
	assertJoined(tenant);
	if (tenant.domain === "")
		throw conflict("no_domain", "The tenant has no domain to prove.");
	return tenant;
}

async function activate(ctx: Context, id: string): Promise<void> {
	const before = await joinedTenant(ctx, id);
	await setActive(ctx.db, id, ctx.now);
	const after = await findTenant(ctx.db, ctx.account.id, id);
	auditBoth(ctx, id, { target: { id, name: before.name }, before, after });
	ctx.revoke(id);
}
