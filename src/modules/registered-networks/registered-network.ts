import Type, { type Static } from "typebox";
import { Id, nullable, object, oneOf, Timestamp } from "../../kernel/index.ts";

export const networkStatuses = ["OPEN", "CLOSED"] as const;

export const RegisteredName = Type.String({
	minLength: 1,
	maxLength: 50,
	description: "Taken once in the account",
});

/** IPv6 and larger ranges may be stored from elsewhere and are shown, but are not registered here. */
export const PrefixLength = Type.Integer({
	minimum: 29,
	maximum: 32,
	description: "Bits of the address that are the network's",
});

/** Fields that a caller sets; all may be left out of a change. */
export const registeredNetworkFields = {
	name: Type.Optional(RegisteredName),
	ip_address: Type.Optional(
		Type.String({
			minLength: 7,
			maxLength: 15,
			description: "Public IPv4 address of the network",
		}),
	),
	prefix_length: Type.Optional(PrefixLength),
	is_dynamic: Type.Optional(
		Type.Boolean({ description: "Whether the address changes by itself" }),
	),
	status: Type.Optional(oneOf(networkStatuses)),
};

/** A public network whose DNS traffic belongs to the account. */
export const RegisteredNetwork = object({
	id: Id,
	account_id: Id,
	name: Type.String(),
	ip_address: nullable(Type.String()),
	prefix_length: nullable(Type.Integer()),
	is_dynamic: Type.Boolean(),
	is_verified: Type.Boolean({
		description: "Whether it lies within the account's verified ranges now",
	}),
	status: oneOf(networkStatuses),
	version: Type.Integer(),
	created_at: Timestamp,
	updated_at: Timestamp,
});
export type RegisteredNetwork = Static<typeof RegisteredNetwork>;

export const registeredNetworkExample: RegisteredNetwork = {
	id: "1000090",
	account_id: "1000007",
	name: "Head office",
	ip_address: "203.0.113.8",
	prefix_length: 29,
	is_dynamic: false,
	is_verified: true,
	status: "OPEN",
	version: 1,
	created_at: "2026-01-05T09:00:00.000Z",
	updated_at: "2026-01-05T09:00:00.000Z",
};
