import Type from "typebox";
import { type Sql, sql } from "../../db/index.ts";
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
import {
	ListedGroup,
	listedGroupExample,
	pageOfGroups,
	pageOfWholeGroups,
} from "./listed-group.ts";

export const listGroups = operation({
	id: "groups.list",
	module: "groups",
	access: "read",
	scope: "accounts",
	method: "GET",
	path: "/groups",
	summary: "List groups with how many members they have.",
	description:
		"`members` also answers whom they hold; groups.get answers that of one.",
	input: object({
		...pageInput,
		name: Type.Optional(Type.String({ description: "Exactly this name" })),
		issued: Type.Optional(oneOf(["api", "integration", "jwt"])),
		built_in: Type.Optional(oneOf(["all", "administrators"])),
		user_id: Type.Optional(Id),
		endpoint_id: Type.Optional(Id),
		resource_id: Type.Optional(Id),
		members: Type.Optional(
			Type.Boolean({
				description: "Also answer `users`, `endpoints` and `resources`",
			}),
		),
	}),
	output: pageOf(ListedGroup),
	example: {
		input: {},
		output: { data: [listedGroupExample], next: null, has_more: false },
	},
	handler: (ctx, wanted) =>
		(wanted.members ? pageOfWholeGroups : pageOfGroups)(ctx, wanted, [
			equals("t.name", wanted.name),
			equals("t.issued", wanted.issued),
			equals("t.built_in", wanted.built_in),
			when(wanted.user_id, (id) => holds(sql`group_users`, sql`user_id`, id)),
			when(wanted.endpoint_id, (id) =>
				holds(sql`group_endpoints`, sql`endpoint_id`, id),
			),
			when(wanted.resource_id, (id) =>
				holds(sql`group_resources`, sql`resource_id`, id),
			),
		]),
});

function holds(link: Sql, column: Sql, id: string): Sql {
	return sql`exists (select 1 from ${link} m where m.account_id = t.account_id and m.group_id = t.id and m.${column} = ${id})`;
}
