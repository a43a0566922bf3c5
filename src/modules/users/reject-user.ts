import Type from "typebox";
import {
	checkVersion,
	Id,
	notFound,
	object,
	operation,
} from "../../kernel/index.ts";
import { notPending } from "./approve-user.ts";
import { findUser, lockUser, removeUser } from "./user-store.ts";

export const rejectUser = operation({
	id: "users.reject",
	module: "users",
	access: "write",
	scope: "account",
	method: "POST",
	path: "/users/{id}/reject",
	summary: "Turn away and delete a user who awaits approval.",
	input: object({ id: Id }),
	output: Type.Null(),
	audit: { target: "user" },
	example: { input: { id: "1000061" }, output: null },
	async handler(ctx, { id }) {
		const row = await lockUser(ctx.db, ctx.account.id, id);
		if (!row) throw notFound("user", id);
		checkVersion(ctx, row);
		if (row.status !== "pending") throw notPending();
		const before = await findUser(ctx.db, ctx.account.id, id);
		await removeUser(ctx.db, ctx.account.id, id);
		ctx.audit({ target: { id, name: row.name }, before, after: null });
		ctx.revoke(ctx.account.id);
		return null;
	},
});
