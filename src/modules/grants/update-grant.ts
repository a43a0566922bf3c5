import {
	checkVersion,
	Id,
	notFound,
	object,
	operation,
} from "../../kernel/index.ts";
import { auditGrant } from "./audit-grant.ts";
import { Grant, GrantedRole, grantExample } from "./grant.ts";
import { findGrant, lockGrant, updateRole } from "./grant-store.ts";
import { isWithinNarrowing } from "./narrowing.ts";

export const updateGrant = operation({
	id: "grants.update",
	module: "grants",
	access: "write",
	scope: "provider",
	method: "PATCH",
	path: "/grants/{id}",
	summary: "Change the role of a grant.",
	input: object({ id: Id, role: GrantedRole }),
	output: Grant,
	audit: { target: "grant" },
	example: {
		input: { id: grantExample.id, role: "auditor" },
		output: { ...grantExample, role: "auditor", version: 2 },
	},
	async handler(ctx, { id, role }) {
		const before = await lockGrant(ctx.db, ctx.account.id, id);
		if (!before || !isWithinNarrowing(ctx, before.tenant_id))
			throw notFound("grant", id);
		checkVersion(ctx, before);
		await updateRole(ctx.db, ctx.account.id, id, role);
		const after = (await findGrant(ctx.db, ctx.account.id, id)) as Grant;
		await auditGrant(ctx, after, { before, after });
		return after;
	},
});
