import Type, { type Static } from "typebox";
import {
	Id,
	nullable,
	object,
	oneOf,
	roleNames,
	Timestamp,
} from "../../kernel/index.ts";

export const UserName = Type.String({ minLength: 1, maxLength: 255 });
export const Email = Type.String({ format: "email", maxLength: 254 });
export const Role = oneOf(roleNames, { description: "Role in the account" });
export const GroupIds = Type.Array(Id, {
	maxItems: 1000,
	description: "Groups the user is in",
});

/** Fields of a user that people write as they like. */
export const personFields = {
	first_name: Type.Optional(Type.String({ maxLength: 255 })),
	last_name: Type.Optional(Type.String({ maxLength: 255 })),
	timezone: Type.Optional(
		Type.String({ maxLength: 64, description: "IANA name; UTC unless said" }),
	),
};

export const User = object({
	id: Id,
	account_id: Id,
	kind: oneOf(["human", "service"]),
	email: Type.String(),
	name: Type.String(),
	first_name: Type.String(),
	last_name: Type.String(),
	role: Role,
	status: oneOf(["active", "invited", "pending"]),
	blocked: Type.Boolean(),
	api_access: Type.Boolean({
		description: "Whether credentials of this user may call the API",
	}),
	second_factor: Type.Boolean({
		description:
			"Whether they sign in with a second factor, their own or their identity provider's",
	}),
	groups: Type.Array(Id),
	timezone: Type.String(),
	issued: oneOf(["api", "integration"]),
	last_login_at: nullable(Timestamp),
	version: Type.Integer(),
	created_at: Timestamp,
	updated_at: Timestamp,
});
export type User = Static<typeof User>;

export const userExample: User = {
	id: "1000061",
	account_id: "1000007",
	kind: "human",
	email: "tina@example.com",
	name: "Tina Technician",
	first_name: "Tina",
	last_name: "Technician",
	role: "operator",
	status: "active",
	blocked: false,
	api_access: false,
	second_factor: true,
	groups: ["1000042"],
	timezone: "Europe/Berlin",
	issued: "api",
	last_login_at: null,
	version: 1,
	created_at: "2026-01-05T09:00:00.000Z",
	updated_at: "2026-01-05T09:00:00.000Z",
};
