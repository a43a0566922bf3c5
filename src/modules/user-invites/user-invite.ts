import Type, { type Static } from "typebox";
import { Id, nullable, object, Timestamp } from "../../kernel/index.ts";
import { Role } from "../users/index.ts";

/** How long an invitation holds, in seconds: three days unless said, an hour at least, ninety days at most. */
export const EXPIRES_IN_SECONDS_DEFAULT = 259_200;
export const ExpiresInSeconds = Type.Integer({
	minimum: 3600,
	maximum: 7_776_000,
	description: `Seconds the invitation holds; ${EXPIRES_IN_SECONDS_DEFAULT} unless said`,
});

/** What the answer that makes or renews an invitation adds: the token and its link, shown once. */
export const inviteLink = {
	token: Type.Optional(
		Type.String({
			description: "Opens the invitation; shown once",
		}),
	),
	url: Type.Optional(
		Type.String({
			description: "The page that takes the invitation up; shown once",
		}),
	),
	mailed: Type.Optional(
		Type.Boolean({
			description:
				"Whether the mail server took the link; absent when none is configured",
		}),
	),
};

const exampleToken = "rvi_AnExampleTokenThatOpensNothing-000000000000000";
export const inviteLinkExample = {
	token: exampleToken,
	url: `https://reeve.example.com/invitation#${exampleToken}`,
	mailed: true,
};

export const UserInvite = object({
	id: Id,
	account_id: Id,
	user_id: Id,
	email: Type.String(),
	name: Type.String(),
	role: Role,
	groups: Type.Array(Id),
	expires_at: Timestamp,
	expired: Type.Boolean(),
	created_by: nullable(Id),
	created_by_name: Type.String(),
	version: Type.Integer(),
	created_at: Timestamp,
	updated_at: Timestamp,
});
export type UserInvite = Static<typeof UserInvite>;

export const userInviteExample: UserInvite = {
	id: "1000064",
	account_id: "1000007",
	user_id: "1000063",
	email: "ned@example.com",
	name: "Ned Newcomer",
	role: "operator",
	groups: [],
	expires_at: "2026-01-08T09:00:00.000Z",
	expired: false,
	created_by: "1000060",
	created_by_name: "Olive Owner",
	version: 1,
	created_at: "2026-01-05T09:00:00.000Z",
	updated_at: "2026-01-05T09:00:00.000Z",
};
