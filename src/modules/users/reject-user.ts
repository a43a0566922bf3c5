import Type from "typebox";
import { Id, object, operation } from "../../kernel/index.ts";
import { notPending } from "./approve-user.ts";
import { users } from "./user-store.ts";

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
		const row = await users.lockForChange(ctx, id);
		if (row.status !== "pending") throw notPending();
		const before = await users.get(ctx, id);
		await users.remove(ctx, id);
		ctx.audit({ target: { id, name: row.name }, before, after: null });
		ctx.revoke(ctx.account.id);
		return null;
	},
});
