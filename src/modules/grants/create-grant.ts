import {
	conflict,
	Id,
	invalid,
	object,
	operation,
} from "../../kernel/index.ts";
import { unknownGroup } from "../groups/index.ts";
import { auditGrant } from "./audit-grant.ts";
import { Grant, GrantedRole, grantExample } from "./grant.ts";
import { findGrantable, grants, insertGrant } from "./grant-store.ts";
import { isWithinNarrowing } from "./narrowing.ts";

export const createGrant = operation({
	id: "grants.create",
	module: "grants",
	access: "write",
	scope: "provider",
	method: "POST",
	path: "/grants",
	summary: "Let a permission group reach a tenant with a role.",
	input: object({ group_id: Id, tenant_id: Id, role: GrantedRole }),
	output: Grant,
	audit: { target: "grant" },
	example: {
		input: {
			group_id: grantExample.group_id,
			tenant_id: grantExample.tenant_id,
			role: "admin",
		},
		output: grantExample,
	},
	async handler(ctx, { group_id, tenant_id, role }) {
		const { id: accountId } = ctx.account;
		if (await unknownGroup(ctx.db, accountId, [group_id]))
			throw invalid(
				"group_id",
				"exists",
				`group_id names ${group_id}, which is not a group of this account`,
				{ id: group_id },
			);
		if (
			!isWithinNarrowing(ctx, tenant_id) ||
			!(await findGrantable(ctx.db, accountId, tenant_id))
		)
			throw invalid(
				"tenant_id",
				"exists",
				`tenant_id names ${tenant_id}, which is not a tenant of this account`,
				{ id: tenant_id },
			);
		const key = { groupId: group_id, tenantId: tenant_id };
		const id = await insertGrant(ctx.db, accountId, key, role);
		if (id === undefined)
			throw conflict(
				"grant_exists",
				"The group reaches this tenant already; change the grant's role instead.",
				{ group_id, tenant_id },
			);
		const grant = await grants.get(ctx, id);
		await auditGrant(ctx, grant, { before: null, after: grant });
		return grant;
	},
});
