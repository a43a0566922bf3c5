import Type from "typebox";
import { sql } from "../../db/index.ts";
import { Id, object, operation } from "../../kernel/index.ts";
import { assertMayTouch } from "../users/index.ts";
import { invites } from "./invite-store.ts";

export const deleteUserInvite = operation({
	id: "user_invites.delete",
	module: "users",
	access: "write",
	scope: "account",
	method: "DELETE",
	path: "/user-invites/{id}",
	summary: "Withdraw an invitation and the user it was for.",
	input: object({ id: Id }),
	output: Type.Null(),
	audit: { target: "user_invite" },
	example: { input: { id: "1000064" }, output: null },
	async handler(ctx, { id }) {
		const invite = await invites.lockForChange(ctx, id);
		const before = await invites.get(ctx, id);
		assertMayTouch(ctx, { id: before.user_id, role: before.role });
		await invites.remove(ctx, id);
		await ctx.db.query(
			sql`delete from users where account_id = ${ctx.account.id} and id = ${invite.user_id} and status = 'invited'`,
		);
		ctx.audit({
			target: { id, name: before.email },
			before,
			after: null,
		});
		ctx.revoke(ctx.account.id);
		return null;
	},
});
