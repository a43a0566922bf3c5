import Type from "typebox";
import { sql } from "../../db/index.ts";
import {
	equals,
	object,
	oneOf,
	operation,
	pageInput,
	pageOf,
} from "../../kernel/index.ts";
import {
	networkStatuses,
	RegisteredNetwork,
	registeredNetworkExample,
} from "./registered-network.ts";
import { registeredNetworks } from "./registered-network-store.ts";

export const listRegisteredNetworks = operation({
	id: "registered_networks.list",
	module: "networks",
	access: "read",
	scope: "accounts",
	method: "GET",
	path: "/registered-networks",
	summary: "List the public networks whose DNS traffic belongs to an account.",
	input: object({
		...pageInput,
		name: Type.Optional(Type.String({ description: "Exactly this name" })),
		ip_address: Type.Optional(
			Type.String({ format: "ipv4", description: "Networks that hold it" }),
		),
		status: Type.Optional(oneOf(networkStatuses)),
		is_dynamic: Type.Optional(Type.Boolean()),
	}),
	output: pageOf(RegisteredNetwork),
	example: {
		input: {},
		output: { data: [registeredNetworkExample], next: null, has_more: false },
	},
	handler: (ctx, input) =>
		registeredNetworks.page(ctx, input, [
			equals("t.name", input.name),
			equals("t.status", input.status),
			equals("t.is_dynamic", input.is_dynamic),
			input.ip_address === undefined
				? undefined
				: sql`${input.ip_address}::inet <<= network(set_masklen(t.ip_address, t.prefix_length))`,
		]),
});
