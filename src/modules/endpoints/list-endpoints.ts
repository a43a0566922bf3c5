import Type from "typebox";
import { sql } from "../../db/index.ts";
import {
	contains,
	equals,
	Id,
	object,
	oneOf,
	operation,
	pageInput,
	pageOf,
	Timestamp,
	when,
} from "../../kernel/index.ts";
import { Endpoint, endpointExample, endpointStatuses } from "./endpoint.ts";
import { endpoints } from "./endpoint-store.ts";

export const listEndpoints = operation({
	id: "endpoints.list",
	module: "endpoints",
	access: "read",
	scope: "accounts",
	method: "GET",
	path: "/endpoints",
	summary: "List the computers that have enrolled.",
	input: object({
		...pageInput,
		name: Type.Optional(
			Type.String({ description: "Names that contain this, any case" }),
		),
		ip: Type.Optional(
			Type.String({ description: "Addresses that contain this" }),
		),
		status: Type.Optional(oneOf(endpointStatuses)),
		connected: Type.Optional(Type.Boolean()),
		last_seen_before: Type.Optional(Timestamp),
		last_seen_after: Type.Optional(Timestamp),
		device_id: Type.Optional(Type.String()),
		public_key: Type.Optional(Type.String()),
		group_id: Type.Optional(Id),
		user_id: Type.Optional(Id),
		setup_key_id: Type.Optional(Id),
		os: Type.Optional(
			Type.String({ maxLength: 100, description: "Exactly this system" }),
		),
		agent_version: Type.Optional(
			Type.String({ maxLength: 100, description: "Exactly this version" }),
		),
		ephemeral: Type.Optional(Type.Boolean()),
		approval_required: Type.Optional(Type.Boolean()),
	}),
	output: pageOf(Endpoint),
	example: {
		input: { name: "web" },
		output: { data: [endpointExample], next: null, has_more: false },
	},
	handler: (ctx, input) =>
		endpoints.page(ctx, input, [
			contains("t.name", input.name),
			contains("host(t.ip)", input.ip),
			equals("t.status", input.status),
			equals("(t.status not in ('Off', 'Uninstalled'))", input.connected),
			when(input.last_seen_before, (at) => sql`t.last_seen_at < ${at}`),
			when(input.last_seen_after, (at) => sql`t.last_seen_at > ${at}`),
			equals("t.device_id", input.device_id?.toUpperCase()),
			equals("t.public_key", input.public_key),
			equals("t.user_id", input.user_id),
			equals("t.setup_key_id", input.setup_key_id),
			equals("t.os", input.os),
			equals("t.agent_version", input.agent_version),
			equals("t.ephemeral", input.ephemeral),
			equals("t.approval_required", input.approval_required),
			when(
				input.group_id,
				(id) =>
					sql`exists (select 1 from group_endpoints g where g.account_id = t.account_id and g.endpoint_id = t.id and g.group_id = ${id})`,
			),
		]),
});
