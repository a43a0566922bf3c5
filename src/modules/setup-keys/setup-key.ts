import Type, { type Static } from "typebox";
import { Id, nullable, object, oneOf, Timestamp } from "../../kernel/index.ts";

export const SetupKeyName = Type.String({ minLength: 1, maxLength: 255 });
export const AutoGroups = Type.Array(Id, {
	maxItems: 1000,
	description: "Groups that a machine joins when it enrols, besides All",
});
export const setupKeyTypes = ["reusable", "one-off"] as const;
export const setupKeyStates = [
	"valid",
	"overused",
	"expired",
	"revoked",
] as const;

export const SetupKey = object({
	id: Id,
	account_id: Id,
	name: SetupKeyName,
	type: oneOf(setupKeyTypes),
	masked_key: Type.String(),
	state: oneOf(setupKeyStates),
	valid: Type.Boolean(),
	revoked: Type.Boolean(),
	usage_limit: Type.Integer({ description: "0 for no limit" }),
	used_times: Type.Integer(),
	groups: Type.Array(Id),
	ephemeral: Type.Boolean(),
	allow_extra_dns_labels: Type.Boolean(),
	expires_at: nullable(Timestamp),
	last_used_at: nullable(Timestamp),
	created_by: nullable(Id),
	created_by_name: Type.String(),
	version: Type.Integer(),
	created_at: Timestamp,
	updated_at: Timestamp,
});
export type SetupKey = Static<typeof SetupKey>;

/** A setup key in the one answer that shows it. */
export const SetupKeyInClear = object({
	...SetupKey.properties,
	key: Type.String({
		description: "An upper-case UUID, shown once; machines enrol with it",
	}),
});

export const setupKeyExample: SetupKey = {
	id: "1000081",
	account_id: "1000007",
	name: "Branch office",
	type: "reusable",
	masked_key: "3F250****",
	state: "valid",
	valid: true,
	revoked: false,
	usage_limit: 0,
	used_times: 0,
	groups: ["1000042"],
	ephemeral: false,
	allow_extra_dns_labels: false,
	expires_at: null,
	last_used_at: null,
	created_by: "1000060",
	created_by_name: "Olive Owner",
	version: 1,
	created_at: "2026-01-05T09:00:00.000Z",
	updated_at: "2026-01-05T09:00:00.000Z",
};
