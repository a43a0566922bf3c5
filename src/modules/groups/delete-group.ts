import Type from "typebox";
import {
	conflict,
	forbidden,
	Id,
	object,
	operation,
} from "../../kernel/index.ts";
import { findLink, groups, unlinkDeadSetupKeys } from "./group-store.ts";

export const deleteGroup = operation({
	id: "groups.delete",
	module: "groups",
	access: "write",
	scope: "account",
	method: "DELETE",
	path: "/groups/{id}",
	summary: "Delete a group that nothing refers to.",
	input: object({ id: Id }),
	output: Type.Null(),
	audit: { target: "group" },
	example: { input: { id: "1000042" }, output: null },
	async handler(ctx, { id }) {
		const row = await groups.lockForChange(ctx, id);
		if (row.built_in)
			throw forbidden(
				`group_${row.built_in}`,
				"A built-in group cannot be deleted.",
			);
		const link = await findLink(ctx.db, ctx.account.id, id);
		if (link)
			throw conflict(
				"group_linked",
				`The group is used by ${link.what} ${link.name}.`,
				{ ...link },
			);
		const before = await groups.get(ctx, id);
		await unlinkDeadSetupKeys(ctx.db, ctx.account.id, id);
		await groups.remove(ctx, id);
		ctx.audit({ target: { id, name: before.name }, before, after: null });
		return null;
	},
});
