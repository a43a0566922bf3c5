import Type, { type Static } from "typebox";
import { Id, object, Timestamp } from "../../kernel/index.ts";

/** Fields that a caller sets; all may be left out of a change. */
export const networkFields = {
	name: Type.Optional(
		Type.String({
			maxLength: 255,
			description: "What people call it; need not be unique",
		}),
	),
	description: Type.Optional(Type.String({ maxLength: 1000 })),
};

/** A network that endpoints reach through routing endpoints. */
export const Network = object({
	id: Id,
	account_id: Id,
	name: Type.String(),
	description: Type.String(),
	routers: Type.Array(Id, { description: "Routers that lead into it" }),
	resources: Type.Array(Id, { description: "What can be reached in it" }),
	policies: Type.Array(Id, {
		description:
			"Policies with a destination that is one of its resources or a group of one",
	}),
	routing_endpoints_count: Type.Integer({
		description: "Distinct endpoints that route, named directly or by group",
	}),
	version: Type.Integer(),
	created_at: Timestamp,
	updated_at: Timestamp,
});
export type Network = Static<typeof Network>;

export const networkExample: Network = {
	id: "1000060",
	account_id: "1000007",
	name: "Office",
	description: "Servers in the basement",
	routers: ["1000062"],
	resources: ["1000061"],
	policies: [],
	routing_endpoints_count: 1,
	version: 1,
	created_at: "2026-01-05T09:00:00.000Z",
	updated_at: "2026-01-05T09:00:00.000Z",
};
