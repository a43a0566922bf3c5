import Type from "typebox";
import { mintLinkToken } from "../../kernel/credentials/link-token.ts";
import { actorOf, conflict, object, operation } from "../../kernel/index.ts";
import {
	assertMayStartAs,
	Email,
	emailTaken,
	emailTakenError,
	followRole,
	GroupIds,
	insertUser,
	Role,
	setGroups,
	UserName,
} from "../users/index.ts";
import { sendInvite } from "./invite-mail.ts";
import { insertInvite, inviteOf, invites } from "./invite-store.ts";
import {
	EXPIRES_IN_SECONDS_DEFAULT,
	ExpiresInSeconds,
	inviteLink,
	inviteLinkExample,
	UserInvite,
	userInviteExample,
} from "./user-invite.ts";

export const createUserInvite = operation({
	id: "user_invites.create",
	module: "users",
	access: "write",
	scope: "account",
	method: "POST",
	path: "/user-invites",
	summary: "Invite a person by a link that sets their password.",
	description:
		"The user exists from now on with the status invited. The token and the link made of it are shown in this answer only; whoever holds them sets the password. Where a mail server is configured, the link is mailed too.",
	input: object({
		email: Email,
		name: UserName,
		role: Role,
		groups: Type.Optional(GroupIds),
		expires_in_seconds: Type.Optional(ExpiresInSeconds),
	}),
	output: object({ ...UserInvite.properties, ...inviteLink }),
	audit: { target: "user_invite" },
	secrets: ["token", "url"],
	example: {
		input: {
			email: userInviteExample.email,
			name: userInviteExample.name,
			role: "operator",
		},
		output: {
			...userInviteExample,
			...inviteLinkExample,
		},
	},
	async handler(ctx, { email, name, role, groups, expires_in_seconds }) {
		const accountId = ctx.account.id;
		await assertMayStartAs(ctx, role, "human");
		if (await inviteOf(ctx.db, accountId, email))
			throw conflict(
				"invite_exists",
				"An invitation for this e-mail address exists.",
				{ email },
			);
		if (await emailTaken(ctx.db, email)) throw emailTakenError(email);
		const userId = await insertUser(ctx.db, {
			accountId,
			kind: "human",
			email,
			name,
			role,
			status: "invited",
		});
		await setGroups(ctx, userId, groups ?? []);
		await followRole(ctx.db, accountId, { id: userId, kind: "human", role });
		const token = mintLinkToken("invitation");
		const seconds = expires_in_seconds ?? EXPIRES_IN_SECONDS_DEFAULT;
		const id = await insertInvite(ctx.db, {
			accountId,
			userId,
			tokenHash: ctx.resources.pepper.hash(token),
			expiresAt: new Date(ctx.now.getTime() + seconds * 1000),
			createdBy: actorOf(ctx.caller),
		});
		ctx.revoke(accountId);
		const invite = await invites.get(ctx, id);
		return { ...invite, ...sendInvite(ctx, invite, token) };
	},
});
