import Type, { type Static } from "typebox";
import { Id, nullable, object, oneOf, Timestamp } from "../../kernel/index.ts";

/** Whose second factors are meant. */
export interface Person {
	accountId: string;
	userId: string;
}

/** How a person proves who they are besides the password. */
export const secondFactorMethods = [
	"totp",
	"passkey",
	"recovery_code",
] as const;
export type SecondFactorMethod = (typeof secondFactorMethods)[number];

export const FactorName = Type.String({
	minLength: 1,
	maxLength: 100,
	description: "What the person calls it",
});

/** What a person signs in with besides the password, as far as it may be shown. */
export const Factor = object({
	id: Id,
	kind: oneOf(["totp", "passkey"]),
	name: FactorName,
	backed_up: Type.Boolean({
		description: "A passkey that the person's other devices have too",
	}),
	last_used_at: nullable(Timestamp),
	created_at: Timestamp,
});
export type Factor = Static<typeof Factor>;

export const factorExample: Factor = {
	id: "1000071",
	kind: "totp",
	name: "Authenticator app",
	backed_up: false,
	last_used_at: null,
	created_at: "2026-01-05T09:00:00.000Z",
};
