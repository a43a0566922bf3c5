import { Id, object, operation } from "../../kernel/index.ts";
import { Group, groupExample } from "./group.ts";
import { groups } from "./group-store.ts";

export const getGroup = operation({
	id: "groups.get",
	module: "groups",
	access: "read",
	scope: "account",
	method: "GET",
	path: "/groups/{id}",
	summary: "Read one group.",
	input: object({ id: Id }),
	output: Group,
	example: { input: { id: groupExample.id }, output: groupExample },
	handler: (ctx, { id }) => groups.get(ctx, id),
});
