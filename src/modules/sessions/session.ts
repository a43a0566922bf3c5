import Type, { type Static } from "typebox";
import { Id, nullable, object, oneOf, Timestamp } from "../../kernel/index.ts";

export const Session = object({
	id: Id,
	current: Type.Boolean({
		description: "Whether this is the session that asks",
	}),
	methods: Type.Array(
		oneOf(["password", "totp", "passkey", "recovery_code", "sso"]),
		{ description: "How the person proved who they are" },
	),
	address: Type.String({ description: "Where the sign-in came from" }),
	user_agent: Type.String(),
	last_used_at: nullable(Timestamp),
	last_used_address: nullable(Type.String()),
	confirmed_at: Type.Unsafe<string>({
		...Timestamp,
		description: "When the person last proved who they are",
	}),
	expires_at: Type.Unsafe<string>({
		...Timestamp,
		description: "The end, whatever happens",
	}),
	idle_expires_at: Type.Unsafe<string>({
		...Timestamp,
		description: "The end unless it is used before",
	}),
	created_at: Timestamp,
});
export type Session = Static<typeof Session>;

export const sessionExample: Session = {
	id: "1000090",
	current: true,
	methods: ["password", "totp"],
	address: "192.0.2.17",
	user_agent: "Mozilla/5.0 (X11; Linux x86_64)",
	last_used_at: "2026-01-05T09:10:00.000Z",
	last_used_address: "192.0.2.17",
	confirmed_at: "2026-01-05T09:00:00.000Z",
	expires_at: "2026-01-05T21:00:00.000Z",
	idle_expires_at: "2026-01-05T10:10:00.000Z",
	created_at: "2026-01-05T09:00:00.000Z",
};
