import { conflict, object, operation } from "../../kernel/index.ts";
import { Group, GroupName, groupExample, groupMembers } from "./group.ts";
import { groups, insertGroup, nameTaken } from "./group-store.ts";
import { replaceMembers } from "./members.ts";

export const createGroup = operation({
	id: "groups.create",
	module: "groups",
	access: "write",
	scope: "account",
	method: "POST",
	path: "/groups",
	summary: "Create a group.",
	input: object({ name: GroupName, ...groupMembers }),
	output: Group,
	audit: { target: "group" },
	example: { input: { name: groupExample.name }, output: groupExample },
	async handler(ctx, { name, ...members }) {
		if (await nameTaken(ctx.db, ctx.account.id, name))
			throw conflict("group_exists", `A group named ${name} exists already.`, {
				name,
			});
		const id = await insertGroup(ctx.db, ctx.account.id, name);
		await replaceMembers(ctx, id, members);
		return groups.get(ctx, id);
	},
});
