import Type from "typebox";
import { forbidden, Id, object, operation } from "../../kernel/index.ts";
import { Group, GroupName, groupExample, groupMembers } from "./group.ts";
import { groups, renameGroup } from "./group-store.ts";
import { replaceMembers } from "./members.ts";
import { assertMayChangeUsers } from "./permission-group.ts";

export const updateGroup = operation({
	id: "groups.update",
	module: "groups",
	access: "write",
	scope: "account",
	method: "PATCH",
	path: "/groups/{id}",
	summary: "Rename a group or replace its members.",
	description:
		"Fields left out stay as they are; a list of members replaces the one before.",
	input: object({ id: Id, name: Type.Optional(GroupName), ...groupMembers }),
	output: Group,
	audit: { target: "group" },
	example: {
		input: { id: groupExample.id, name: "Web" },
		output: { ...groupExample, name: "Web", version: 2 },
	},
	async handler(ctx, { id, name, ...members }) {
		const row = await groups.lockForChange(ctx, id);
		if (row.built_in === "all")
			throw forbidden(
				"group_all",
				"The group All always holds every endpoint and cannot be changed.",
			);
		if (row.built_in && name !== undefined)
			throw forbidden("built_in", "A built-in group keeps its name.");
		if (members.users) await assertMayChangeUsers(ctx, id, row.built_in);
		const before = await groups.get(ctx, id);
		await renameGroup(ctx.db, ctx.account.id, id, name);
		await replaceMembers(ctx, id, members);
		const after = await groups.get(ctx, id);
		ctx.audit({ before, after });
		return after;
	},
});
