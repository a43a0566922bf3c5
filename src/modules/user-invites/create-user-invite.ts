import Type from "typebox";
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
import { insertInvite, inviteOf, invites } from "./invite-store.ts";
import { mintInviteToken } from "./invite-token.ts";
import {
	EXPIRES_IN_SECONDS_DEFAULT,
	ExpiresInSeconds,
	inviteToken,
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
		"The user exists from now on with the status invited. The token is shown in this answer only; whoever holds it sets the password.",
	input: object({
		email: Email,
		name: UserName,
		role: Role,
		groups: Type.Optional(GroupIds),
		expires_in_seconds: Type.Optional(ExpiresInSeconds),
	}),
	output: object({ ...UserInvite.properties, ...inviteToken }),
	audit: { target: "user_invite" },
	secrets: ["token"],
	example: {
		input: {
			email: userInviteExample.email,
			name: userInviteExample.name,
			role: "operator",
		},
		output: {
			...userInviteExample,
			token: "rvi_AnExampleTokenThatOpensNothing-000000000000000",
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
		const token = mintInviteToken();
		const seconds = expires_in_seconds ?? EXPIRES_IN_SECONDS_DEFAULT;
		const id = await insertInvite(ctx.db, {
			accountId,
			userId,
			tokenHash: ctx.resources.pepper.hash(token),
			expiresAt: new Date(ctx.now.getTime() + seconds * 1000),
			createdBy: actorOf(ctx.caller),
		});
		ctx.revoke(accountId);
		return { ...(await invites.get(ctx, id)), token };
	},
});
