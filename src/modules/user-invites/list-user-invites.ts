import Type from "typebox";
import { sql } from "../../db/index.ts";
import {
	equals,
	Id,
	object,
	operation,
	pageInput,
	pageOf,
	when,
} from "../../kernel/index.ts";
import { invites } from "./invite-store.ts";
import { UserInvite, userInviteExample } from "./user-invite.ts";

export const listUserInvites = operation({
	id: "user_invites.list",
	module: "users",
	access: "read",
	scope: "accounts",
	method: "GET",
	path: "/user-invites",
	summary: "List invitations that nobody has accepted yet.",
	input: object({
		...pageInput,
		user_id: Type.Optional(Id),
		email: Type.Optional(
			Type.String({ description: "Exactly this e-mail address, any case" }),
		),
		expired: Type.Optional(Type.Boolean()),
	}),
	output: pageOf(UserInvite),
	example: {
		input: {},
		output: { data: [userInviteExample], next: null, has_more: false },
	},
	handler: (ctx, { user_id, email, expired, ...page }) =>
		invites.page(ctx, page, [
			equals("t.user_id", user_id),
			when(email, (is) => sql`lower(u.email) = lower(${is})`),
			when(expired, (is) => sql`(t.expires_at <= ${ctx.now}) = ${is}`),
		]),
});
