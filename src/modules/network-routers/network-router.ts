import Type, { type Static } from "typebox";
import { Id, nullable, object, Timestamp } from "../../kernel/index.ts";

/** Fields that a caller sets; all may be left out of a change. */
export const routerFields = {
	endpoint_id: Type.Optional(
		Type.Union([Id, Type.Null()], {
			description: "The endpoint that routes, or else groups of them",
		}),
	),
	groups: Type.Optional(
		Type.Array(Id, {
			maxItems: 1000,
			description: "Groups whose endpoints route, or else one endpoint",
		}),
	),
	metric: Type.Optional(
		Type.Integer({
			minimum: 0,
			maximum: 9999,
			description:
				"Of several routers the lowest is preferred; 9999 unless said",
		}),
	),
	masquerade: Type.Optional(
		Type.Boolean({
			description:
				"Whether traffic leaves under the router's own address; on unless said",
		}),
	),
	enabled: Type.Optional(Type.Boolean({ description: "On unless said" })),
};

/** What leads into a network: one endpoint, or the endpoints of groups. */
export const NetworkRouter = object({
	id: Id,
	account_id: Id,
	network_id: Id,
	endpoint_id: nullable(Id),
	groups: Type.Array(Id),
	metric: Type.Integer(),
	masquerade: Type.Boolean(),
	enabled: Type.Boolean(),
	version: Type.Integer(),
	created_at: Timestamp,
	updated_at: Timestamp,
});
export type NetworkRouter = Static<typeof NetworkRouter>;

export const routerExample: NetworkRouter = {
	id: "1000062",
	account_id: "1000007",
	network_id: "1000060",
	endpoint_id: "1000051",
	groups: [],
	metric: 9999,
	masquerade: true,
	enabled: true,
	version: 1,
	created_at: "2026-01-05T09:00:00.000Z",
	updated_at: "2026-01-05T09:00:00.000Z",
};
