import Type from "typebox";
import { sql } from "../../db/index.ts";
import {
	equals,
	Id,
	object,
	oneOf,
	operation,
	pageInput,
	pageOf,
	when,
} from "../../kernel/index.ts";
import { Role, User, userExample } from "./user.ts";
import { users } from "./user-store.ts";

export const listUsers = operation({
	id: "users.list",
	module: "users",
	access: "read",
	scope: "accounts",
	method: "GET",
	path: "/users",
	summary: "List users and service users.",
	input: object({
		...pageInput,
		kind: Type.Optional(oneOf(["human", "service"])),
		role: Type.Optional(Role),
		status: Type.Optional(oneOf(["active", "invited", "pending"])),
		blocked: Type.Optional(Type.Boolean()),
		email: Type.Optional(
			Type.String({ description: "Exactly this e-mail address, any case" }),
		),
		group_id: Type.Optional(Id),
	}),
	output: pageOf(User),
	example: {
		input: { kind: "human" },
		output: { data: [userExample], next: null, has_more: false },
	},
	handler: (ctx, { kind, role, status, blocked, email, group_id, ...page }) =>
		users.page(ctx, page, [
			equals("t.kind", kind),
			equals("t.role", role),
			equals("t.status", status),
			equals("t.blocked", blocked),
			when(email, (is) => sql`lower(t.email) = lower(${is})`),
			when(
				group_id,
				(id) =>
					sql`exists (select 1 from group_users g where g.account_id = t.account_id and g.user_id = t.id and g.group_id = ${id})`,
			),
		]),
});
