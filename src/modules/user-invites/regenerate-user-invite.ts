import Type from "typebox";
import { mintLinkToken } from "../../kernel/credentials/link-token.ts";
import { Id, object, operation } from "../../kernel/index.ts";
import { assertMayLetIn } from "../users/index.ts";
import { sendInvite } from "./invite-mail.ts";
import { invites, renewInvite } from "./invite-store.ts";
import {
	EXPIRES_IN_SECONDS_DEFAULT,
	ExpiresInSeconds,
	inviteLink,
	inviteLinkExample,
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
	description:
		"Where a mail server is configured, the new link is mailed to the invited person too.",
	input: object({
		id: Id,
		expires_in_seconds: Type.Optional(ExpiresInSeconds),
	}),
	output: object({ ...UserInvite.properties, ...inviteLink }),
	audit: { target: "user_invite" },
	secrets: ["token", "url"],
	example: {
		input: { id: userInviteExample.id },
		output: {
			...userInviteExample,
			version: 2,
			...inviteLinkExample,
		},
	},
	async handler(ctx, { id, expires_in_seconds }) {
		await invites.lockForChange(ctx, id);
		const { user_id, role } = await invites.get(ctx, id);
		await assertMayLetIn(ctx, { id: user_id, role });
		const seconds = expires_in_seconds ?? EXPIRES_IN_SECONDS_DEFAULT;
		const token = mintLinkToken("invitation");
		await renewInvite(
			ctx.db,
			ctx.account.id,
			id,
			ctx.resources.pepper.hash(token),
			new Date(ctx.now.getTime() + seconds * 1000),
		);
		const invite = await invites.get(ctx, id);
		return { ...invite, ...sendInvite(ctx, invite, token) };
	},
});
