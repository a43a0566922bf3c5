import Type from "typebox";
import { forbidden, Id, object, operation } from "../../kernel/index.ts";
import { removeEndpointsOf } from "../endpoints/index.ts";
import { assertMayTouch, assertNotOwner, isSelf } from "./user-rules.ts";
import { users } from "./user-store.ts";

export const deleteUser = operation({
	id: "users.delete",
	module: "users",
	access: "write",
	scope: "account",
	method: "DELETE",
	path: "/users/{id}",
	summary: "Delete a user with the user's credentials and endpoints.",
	input: object({ id: Id }),
	output: Type.Null(),
	audit: { target: "user" },
	example: { input: { id: "1000061" }, output: null },
	async handler(ctx, { id }) {
		const row = await users.lockForChange(ctx, id);
		if (isSelf(ctx, id))
			throw forbidden("self_deletion", "Nobody deletes themselves.");
		assertNotOwner(row);
		assertMayTouch(ctx, row);
		const before = await users.get(ctx, id);
		await removeEndpointsOf(ctx.db, ctx.account.id, id);
		await users.remove(ctx, id);
		ctx.audit({ target: { id, name: row.name }, before, after: null });
		ctx.revoke(ctx.account.id);
		return null;
	},
});
