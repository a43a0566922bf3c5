import Type, { type Static } from "typebox";
import {
	Id,
	moduleNames,
	nullable,
	object,
	oneOf,
	Timestamp,
} from "../../kernel/index.ts";
import { OpenedApi } from "./opened-apis.ts";

/** The kinds that people make and see on the key page. A machine's own credential is shown with the machine. */
export const keyKinds = [
	"api",
	"mcp",
	"organization",
	"network_device",
	"personal",
	"service",
	"probe",
] as const;
export type KeyKind = (typeof keyKinds)[number];

/** One shape for the three ways to say what a key opens; `type` says which field counts. */
export const KeyAccess = object(
	{
		type: oneOf(["all", "modules", "operations"]),
		modules: Type.Optional(
			Type.Unsafe<Record<string, "read" | "write" | "none">>({
				type: "object",
				additionalProperties: {
					type: "string",
					enum: ["read", "write", "none"],
				},
				description: `Level of each module; none unless said. Modules: ${moduleNames.join(", ")}`,
			}),
		),
		operations: Type.Optional(
			Type.Array(Type.String({ maxLength: 100 }), { maxItems: 1000 }),
		),
	},
	{
		description:
			"all: whatever its user may call; modules: a level for each module; operations: a list of operation ids",
	},
);
export type KeyAccess = Static<typeof KeyAccess>;

export const KeyName = Type.String({ minLength: 1, maxLength: 255 });

/** How a key is narrowed besides its access. */
export const narrowing = {
	allowed_addresses: Type.Optional(
		Type.Array(Type.String({ maxLength: 50 }), {
			maxItems: 10,
			description: "Addresses or ranges (CIDR) it may be used from; none: any",
		}),
	),
	tenants: Type.Optional(
		nullable(
			Type.Array(Id, {
				maxItems: 1000,
				description: "Tenants it may enter; null: all that its user may",
			}),
		),
	),
	require_account: Type.Optional(
		Type.Boolean({ description: "Refuse calls that name no account" }),
	),
};

export const Key = object({
	id: Id,
	account_id: Id,
	kind: oneOf(keyKinds),
	type: Type.String({ description: "The kind in words" }),
	name: Type.String(),
	description: Type.String(),
	key: Type.String({ description: "Public id: the user name of the pair" }),
	masked_key: Type.String(),
	status: oneOf(["active", "disabled", "expired"]),
	enabled: Type.Boolean(),
	access: KeyAccess,
	opens: nullable(OpenedApi),
	user: nullable(
		object({
			id: Id,
			kind: oneOf(["human", "service"]),
			name: Type.String(),
			email: Type.String(),
		}),
	),
	subject_id: nullable(Id),
	allowed_addresses: Type.Array(Type.String()),
	tenants: nullable(Type.Array(Id)),
	require_account: Type.Boolean(),
	created_by: nullable(Id),
	created_by_name: Type.String(),
	expires_at: nullable(Timestamp),
	regenerated_at: nullable(Timestamp),
	overlap_until: nullable(
		Type.String({
			format: "date-time",
			description: "Until when the secret before the last one still works",
		}),
	),
	last_used_at: nullable(Timestamp),
	last_used_address: nullable(Type.String()),
	version: Type.Integer(),
	created_at: Timestamp,
	updated_at: Timestamp,
});
export type Key = Static<typeof Key>;

/** A key in the one answer that shows its secret. */
export const KeyWithSecret = object({
	...Key.properties,
	token: Type.String({
		description: "The whole credential, for Token, Bearer and apikey",
	}),
	secret: Type.Optional(
		Type.String({
			description:
				"The password that goes with `key` as user name; a network device's token has none of its own",
		}),
	),
});
export const secretFields = ["token", "secret"] as const;

export const keyExample: Key = {
	id: "1000071",
	account_id: "1000007",
	kind: "api",
	type: "Custom",
	name: "Inventory sync",
	description: "",
	key: "rvk_4fKq0Zt71LmX",
	masked_key: "rvk_4fKq0Zt71LmX…",
	status: "active",
	enabled: true,
	access: { type: "modules", modules: { devices: "read" } },
	opens: null,
	user: {
		id: "1000061",
		kind: "human",
		name: "Tina Technician",
		email: "tina@example.com",
	},
	subject_id: null,
	allowed_addresses: ["192.0.2.0/24"],
	tenants: null,
	require_account: false,
	created_by: "1000061",
	created_by_name: "Tina Technician",
	expires_at: null,
	regenerated_at: null,
	overlap_until: null,
	last_used_at: null,
	last_used_address: null,
	version: 1,
	created_at: "2026-01-05T09:00:00.000Z",
	updated_at: "2026-01-05T09:00:00.000Z",
};

export const keyWithSecretExample: Static<typeof KeyWithSecret> = {
	...keyExample,
	token: "rvk_4fKq0Zt71LmXAnExampleSecretThatOpensNothing00000000",
	secret: "AnExampleSecretThatOpensNothing00000000",
};
