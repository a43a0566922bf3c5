import Type from "typebox";
import {
	type Context,
	conflict,
	Id,
	object,
	operation,
} from "../../kernel/index.ts";
import {
	AccountName,
	auditBoth,
	optionalFields,
	overlay,
	profileFields,
	rangeFields,
	readRanges,
	updateProfile,
} from "../accounts/index.ts";
import { replaceGrants } from "../grants/index.ts";
import { renameInvitation } from "./invitation-store.ts";
import { hasJoined, lockedTenant } from "./joined-tenant.ts";
import { Tenant, TenantGroups, tenantExample } from "./tenant.ts";
import { findTenant } from "./tenant-store.ts";

export const updateTenant = operation({
	id: "tenants.update",
	module: "tenants",
	access: "write",
	scope: "provider",
	method: "PATCH",
	path: "/tenants/{id}",
	summary: "Change a tenant's name, profile, verified ranges or groups.",
	description:
		"Fields left out stay as they are; `groups` replaces all grants of the tenant. A domain cannot change.",
	input: object({
		id: Id,
		name: Type.Optional(AccountName),
		groups: Type.Optional(TenantGroups),
		...optionalFields(profileFields),
		...optionalFields(rangeFields),
	}),
	output: Tenant,
	audit: { target: "tenant" },
	example: {
		input: { id: tenantExample.id, seats: 60 },
		output: { ...tenantExample, seats: 60, version: 2 },
	},
	async handler(ctx, { id, groups, ...fields }) {
		const before = await lockedTenant(ctx, id);
		const joined = hasJoined(before);
		if (joined) await changeTenant(ctx, before, fields);
		else await changeInvitation(ctx, before, fields);
		if (groups) await replaceGrants(ctx, id, groups);
		const after = (await findTenant(ctx.db, ctx.account.id, id)) as Tenant;
		const change = { target: { id, name: after.name }, before, after };
		if (joined) auditBoth(ctx, id, change);
		else ctx.audit(change);
		ctx.revoke(id);
		return after;
	},
});

type Fields = Partial<Omit<Tenant, "id" | "groups">>;

async function changeTenant(
	ctx: Context,
	before: Tenant,
	fields: Fields,
): Promise<void> {
	const changed = overlay(before, fields);
	if (fields.verified_ranges)
		changed.verified_ranges = readRanges(fields.verified_ranges);
	await updateProfile(ctx.db, before.id, changed);
}

async function changeInvitation(
	ctx: Context,
	before: Tenant,
	{ name, ...profile }: Fields,
): Promise<void> {
	const [field] = Object.keys(profile);
	if (field !== undefined)
		throw conflict(
			"not_joined",
			`${field} can be set once the account has become a tenant.`,
			{ status: before.status, field },
		);
	await renameInvitation(
		ctx.db,
		ctx.account.id,
		before.id,
		name ?? before.name,
	);
}
