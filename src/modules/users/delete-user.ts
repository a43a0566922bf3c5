import Type from "typebox";
import {
	checkVersion,
	forbidden,
	Id,
	notFound,
	object,
	operation,
} from "../../kernel/index.ts";
import { removeEndpointsOf } from "../endpoints/index.ts";
import { assertMayTouch, assertNotOwner, isSelf } from "./user-rules.ts";
import { findUser, lockUser, removeUser } from "./user-store.ts";

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
		const row = await lockUser(ctx.db, ctx.account.id, id);
		if (!row) throw notFound("user", id);
		checkVersion(ctx, row);
		if (isSelf(ctx, id))
			throw forbidden("self_deletion", "Nobody deletes themselves.");
		assertNotOwner(row);
		assertMayTouch(ctx, row);
		const before = await findUser(ctx.db, ctx.account.id, id);
		await removeEndpointsOf(ctx.db, ctx.account.id, id);
		await removeUser(ctx.db, ctx.account.id, id);
		ctx.audit({ target: { id, name: row.name }, before, after: null });
		ctx.revoke(ctx.account.id);
		return null;
	},
});
