import Type from "typebox";
import { object, Timestamp } from "../../kernel/index.ts";
import { openCall } from "../../kernel/open-call.ts";
import {
	finishSignIn,
	loadPerson,
	SignInAnswer,
	signInExample,
} from "../sign-in/index.ts";
import { acceptInvite, findInvite } from "./accept-invite.ts";
import { inviteLinkExample } from "./user-invite.ts";

const token = Type.String({
	maxLength: 200,
	description: "What stands behind the `#` of the invitation's link",
});

export const readInvitation = openCall({
	id: "sign_in.invitation",
	method: "POST",
	path: "/sign-in/invitation",
	summary: "Read the invitation that a link opens.",
	input: object({ token }),
	output: object({
		email: Type.String(),
		name: Type.String(),
		organization: Type.String(),
		invited_by: Type.String(),
		expires_at: Timestamp,
		valid: Type.Boolean({ description: "Whether it can still be accepted" }),
		password: Type.Boolean({
			description:
				"Whether it is accepted by setting a password; if not, by single sign-on",
		}),
	}),
	example: {
		input: { token: inviteLinkExample.token },
		output: {
			email: "ned@example.com",
			name: "Ned Newcomer",
			organization: "Example Networks",
			invited_by: "Olive Owner",
			expires_at: "2026-01-08T09:00:00.000Z",
			valid: true,
			password: true,
		},
	},
	async handler({ resources }, { token }) {
		const found = await findInvite(resources, token);
		return {
			output: {
				email: found.email,
				name: found.name,
				organization: found.organization,
				invited_by: found.invitedBy,
				expires_at: found.expiresAt.toISOString(),
				valid: found.valid,
				password: !found.passwordClosed,
			},
		};
	},
});

export const acceptInvitation = openCall({
	id: "sign_in.accept_invitation",
	method: "POST",
	path: "/sign-in/accept-invitation",
	summary: "Accept an invitation by setting a password, and sign in.",
	input: object({
		token,
		password: Type.String({
			description:
				"8 to 72 characters with a digit, an upper-case letter and a special character",
		}),
	}),
	output: SignInAnswer,
	example: {
		input: {
			token: inviteLinkExample.token,
			password: "an-example-Password-1",
		},
		output: signInExample,
	},
	async handler(ctx, { token, password }) {
		const { resources, address, userAgent } = ctx;
		const { accountId, userId } = await acceptInvite(
			resources,
			token,
			password,
			{ address, userAgent, id: ctx.requestId, surface: "console" },
		);
		ctx.revoked(accountId);
		const person = await loadPerson(resources.database, accountId, userId);
		if (!person) throw new Error("the invited person is not there");
		return finishSignIn(ctx, person, ["password"]);
	},
});
