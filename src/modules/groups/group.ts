import Type, { type Static } from "typebox";
import { Id, nullable, object, oneOf, Timestamp } from "../../kernel/index.ts";

export const GroupName = Type.String({ minLength: 1, maxLength: 255 });

/** What a group gathers: users (it is then a permission group), endpoints, and resources of networks. */
export const groupMembers = {
	users: Type.Optional(
		Type.Array(Id, { maxItems: 10_000, description: "Users in the group" }),
	),
	endpoints: Type.Optional(
		Type.Array(Id, { maxItems: 10_000, description: "Endpoints in the group" }),
	),
	resources: Type.Optional(
		Type.Array(Id, {
			maxItems: 10_000,
			description: "Network resources in the group",
		}),
	),
};

export const Group = object({
	id: Id,
	account_id: Id,
	name: GroupName,
	issued: oneOf(["api", "integration", "jwt"]),
	built_in: nullable(oneOf(["all", "administrators"])),
	users: Type.Array(Id),
	endpoints: Type.Array(object({ id: Id, name: Type.String() })),
	resources: Type.Array(
		object({ id: Id, type: oneOf(["host", "subnet", "domain"]) }),
	),
	version: Type.Integer(),
	created_at: Timestamp,
	updated_at: Timestamp,
});
export type Group = Static<typeof Group>;

export const groupExample: Group = {
	id: "1000042",
	account_id: "1000007",
	name: "Web servers",
	issued: "api",
	built_in: null,
	users: [],
	endpoints: [{ id: "1000051", name: "web-1" }],
	resources: [],
	version: 1,
	created_at: "2026-01-05T09:00:00.000Z",
	updated_at: "2026-01-05T09:00:00.000Z",
};
