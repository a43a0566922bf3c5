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
import { HAS_SECOND_FACTOR, REACHES_TENANTS } from "./reach-conditions.ts";
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
		second_factor: Type.Optional(
			Type.Boolean({
				description: "Whether they sign in with a second factor",
			}),
		),
		reaches_tenants: Type.Optional(
			Type.Boolean({ description: "Whether a group of theirs is granted any" }),
		),
		api_access: Type.Optional(Type.Boolean()),
	}),
	output: pageOf(User),
	example: {
		input: { kind: "human" },
		output: { data: [userExample], next: null, has_more: false },
	},
	handler: (ctx, wanted) =>
		users.page(ctx, wanted, [
			equals("t.kind", wanted.kind),
			equals("t.role", wanted.role),
			equals("t.status", wanted.status),
			equals("t.blocked", wanted.blocked),
			when(wanted.email, (is) => sql`lower(t.email) = lower(${is})`),
			equals("(t.kind = 'service' or t.api_access)", wanted.api_access),
			equals(HAS_SECOND_FACTOR, wanted.second_factor),
			equals(REACHES_TENANTS, wanted.reaches_tenants),
			when(
				wanted.group_id,
				(id) =>
					sql`exists (select 1 from group_users g where g.account_id = t.account_id and g.user_id = t.id and g.group_id = ${id})`,
			),
		]),
});
