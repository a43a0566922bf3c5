import Type from "typebox";
import { sql } from "../../db/index.ts";
import {
	equals,
	Id,
	object,
	operation,
	pageInput,
	pageOf,
} from "../../kernel/index.ts";
import { Grant, GrantedRole, grantExample } from "./grant.ts";
import { grants } from "./grant-store.ts";
import { withinNarrowing } from "./narrowing.ts";

export const listGrants = operation({
	id: "grants.list",
	module: "grants",
	access: "read",
	scope: "provider",
	method: "GET",
	path: "/grants",
	summary:
		"List which permission groups reach which tenants, and with which role.",
	input: object({
		...pageInput,
		group_id: Type.Optional(Id),
		tenant_id: Type.Optional(Id),
		user_id: Type.Optional(Id),
		role: Type.Optional(GrantedRole),
	}),
	output: pageOf(Grant),
	example: {
		input: { tenant_id: grantExample.tenant_id },
		output: { data: [grantExample], next: null, has_more: false },
	},
	handler: (ctx, { group_id, tenant_id, user_id, role, ...page }) =>
		grants.page(ctx, page, [
			withinNarrowing(ctx, "t.tenant_id"),
			equals("t.group_id", group_id),
			equals("t.tenant_id", tenant_id),
			equals("t.role", role),
			user_id === undefined
				? undefined
				: sql`exists (select 1 from group_users m where m.account_id = t.account_id and m.group_id = t.group_id and m.user_id = ${user_id})`,
		]),
});
