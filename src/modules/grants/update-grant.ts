import { Id, object, operation } from "../../kernel/index.ts";
import { auditGrant } from "./audit-grant.ts";
import { Grant, GrantedRole, grantExample } from "./grant.ts";
import { grants, updateRole } from "./grant-store.ts";
import { lockedGrant } from "./visible-grant.ts";

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
		const before = await lockedGrant(ctx, id);
		await updateRole(ctx.db, ctx.account.id, id, role);
		const after = await grants.get(ctx, id);
		await auditGrant(ctx, after, { before, after });
		return after;
	},
});
