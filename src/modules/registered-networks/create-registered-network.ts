import Type from "typebox";
import { object, oneOf, operation } from "../../kernel/index.ts";
import {
	networkStatuses,
	PrefixLength,
	RegisteredName,
	RegisteredNetwork,
	registeredNetworkExample,
	registeredNetworkFields,
} from "./registered-network.ts";
import {
	insertRegisteredNetwork,
	registeredNetworks,
} from "./registered-network-store.ts";
import { requireRegistrable } from "./registration-rules.ts";

export const createRegisteredNetwork = operation({
	id: "registered_networks.create",
	module: "networks",
	access: "write",
	scope: "account",
	method: "POST",
	path: "/registered-networks",
	summary: "Register a public network.",
	input: object({
		...registeredNetworkFields,
		name: RegisteredName,
		prefix_length: PrefixLength,
		is_dynamic: Type.Boolean(),
		status: oneOf(networkStatuses),
	}),
	output: RegisteredNetwork,
	audit: { target: "registered_network" },
	example: {
		input: {
			name: registeredNetworkExample.name,
			ip_address: "203.0.113.8",
			prefix_length: 29,
			is_dynamic: false,
			status: "OPEN",
		},
		output: registeredNetworkExample,
	},
	async handler(ctx, input) {
		const values = {
			name: input.name,
			ipAddress: input.ip_address ?? null,
			prefixLength: input.prefix_length,
			isDynamic: input.is_dynamic,
			status: input.status,
		};
		await requireRegistrable(ctx, values, null, true);
		const id = await insertRegisteredNetwork(ctx.db, ctx.account.id, values);
		return registeredNetworks.get(ctx, id);
	},
});
