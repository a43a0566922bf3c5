import Type from "typebox";
import {
	checkVersion,
	Id,
	notFound,
	object,
	operation,
} from "../../kernel/index.ts";
import {
	findInviteRow,
	type InviteRow,
	lockInvite,
	renewInvite,
	toInvite,
} from "./invite-store.ts";
import { mintInviteToken } from "./invite-token.ts";
import {
	EXPIRES_IN_SECONDS_DEFAULT,
	ExpiresInSeconds,
	inviteToken,
	UserInvite,
	userInviteExample,
} from "./user-invite.ts";

export const regenerateUserInvite = operation({
	id: "user_invites.regenerate",
	module: "users",
	access: "write",
	scope: "account",
	method: "POST",
	path: "/user-invites/{id}/regenerate",
	summary: "Give an invitation a new token; the old one opens nothing more.",
	input: object({
		id: Id,
		expires_in_seconds: Type.Optional(ExpiresInSeconds),
	}),
	output: object({ ...UserInvite.properties, ...inviteToken }),
	audit: { target: "user_invite" },
	secrets: ["token"],
	example: {
		input: { id: userInviteExample.id },
		output: {
			...userInviteExample,
			version: 2,
			token: "rvi_AnExampleTokenThatOpensNothing-000000000000000",
		},
	},
	async handler(ctx, { id, expires_in_seconds }) {
		const invite = await lockInvite(ctx.db, ctx.account.id, id);
		if (!invite) throw notFound("invite", id);
		checkVersion(ctx, invite);
		const seconds = expires_in_seconds ?? EXPIRES_IN_SECONDS_DEFAULT;
		const token = mintInviteToken();
		await renewInvite(
			ctx.db,
			ctx.account.id,
			id,
			ctx.resources.pepper.hash(token),
			new Date(ctx.now.getTime() + seconds * 1000),
		);
		const row = (await findInviteRow(ctx.db, ctx.account.id, id)) as InviteRow;
		return { ...toInvite(row, ctx.now), token };
	},
});
