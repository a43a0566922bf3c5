import Type from "typebox";
import { sql } from "../../db/index.ts";
import {
	checkVersion,
	Id,
	notFound,
	object,
	operation,
} from "../../kernel/index.ts";
import { findInviteRow, lockInvite } from "./invite-store.ts";

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
		const invite = await lockInvite(ctx.db, ctx.account.id, id);
		if (!invite) throw notFound("invite", id);
		checkVersion(ctx, invite);
		const before = await findInviteRow(ctx.db, ctx.account.id, id);
		await ctx.db.query(
			sql`delete from user_invites where account_id = ${ctx.account.id} and id = ${id}`,
		);
		await ctx.db.query(
			sql`delete from users where account_id = ${ctx.account.id} and id = ${invite.user_id} and status = 'invited'`,
		);
		ctx.audit({
			target: { id, name: before?.email ?? "" },
			before,
			after: null,
		});
		ctx.revoke(ctx.account.id);
		return null;
	},
});
