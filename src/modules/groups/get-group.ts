import { Id, notFound, object, operation } from "../../kernel/index.ts";
import { Group, groupExample } from "./group.ts";
import { findGroup } from "./group-store.ts";

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
	async handler(ctx, { id }) {
		const group = await findGroup(ctx.db, ctx.account.id, id);
		if (!group) throw notFound("group", id);
		return group;
	},
});
