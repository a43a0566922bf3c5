import Type from "typebox";
import { sql } from "../../db/index.ts";
import { object, operation, pageInput, pageOf } from "../../kernel/index.ts";
import { Group, groupExample } from "./group.ts";
import { groups } from "./group-store.ts";

export const listGroups = operation({
	id: "groups.list",
	module: "groups",
	access: "read",
	scope: "accounts",
	method: "GET",
	path: "/groups",
	summary: "List groups with their members.",
	input: object({
		...pageInput,
		name: Type.Optional(Type.String({ description: "Exactly this name" })),
	}),
	output: pageOf(Group),
	example: {
		input: {},
		output: { data: [groupExample], next: null, has_more: false },
	},
	handler: (ctx, input) =>
		groups.page(ctx, input, [
			input.name === undefined ? undefined : sql`t.name = ${input.name}`,
		]),
});
