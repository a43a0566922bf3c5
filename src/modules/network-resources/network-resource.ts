import Type, { type Static } from "typebox";
import { Id, object, oneOf, Timestamp } from "../../kernel/index.ts";
import { GroupSummary, groupSummaryExample } from "../groups/index.ts";

export const ResourceName = Type.String({
	minLength: 1,
	maxLength: 255,
	description: "Taken once in the account",
});

export const ResourceAddressText = Type.String({
	minLength: 1,
	maxLength: 255,
	description:
		"An IP address, a subnet, or a domain, which may start with `*.`",
});

/** Fields that a caller sets; all may be left out of a change. */
export const resourceFields = {
	name: Type.Optional(ResourceName),
	description: Type.Optional(Type.String({ maxLength: 1000 })),
	address: Type.Optional(ResourceAddressText),
	enabled: Type.Optional(
		Type.Boolean({ description: "On unless said otherwise" }),
	),
	groups: Type.Optional(
		Type.Array(Id, {
			maxItems: 1000,
			description: "Groups that hold the resource",
		}),
	),
};

export const resourceTypes = ["host", "subnet", "domain"] as const;

/** Something that can be reached in a network. */
export const NetworkResource = object({
	id: Id,
	account_id: Id,
	network_id: Id,
	name: Type.String(),
	description: Type.String(),
	type: oneOf(resourceTypes),
	address: Type.String(),
	enabled: Type.Boolean(),
	groups: Type.Array(GroupSummary),
	version: Type.Integer(),
	created_at: Timestamp,
	updated_at: Timestamp,
});
export type NetworkResource = Static<typeof NetworkResource>;

export const resourceExample: NetworkResource = {
	id: "1000061",
	account_id: "1000007",
	network_id: "1000060",
	name: "File server",
	description: "",
	type: "host",
	address: "10.0.0.5/32",
	enabled: true,
	groups: [{ ...groupSummaryExample, resources_count: 1 }],
	version: 1,
	created_at: "2026-01-05T09:00:00.000Z",
	updated_at: "2026-01-05T09:00:00.000Z",
};
