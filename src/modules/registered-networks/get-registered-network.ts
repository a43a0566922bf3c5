import { Id, object, operation } from "../../kernel/index.ts";
import {
	RegisteredNetwork,
	registeredNetworkExample,
} from "./registered-network.ts";
import { registeredNetworks } from "./registered-network-store.ts";

export const getRegisteredNetwork = operation({
	id: "registered_networks.get",
	module: "networks",
	access: "read",
	scope: "account",
	method: "GET",
	path: "/registered-networks/{id}",
	summary: "Read one registered network.",
	input: object({ id: Id }),
	output: RegisteredNetwork,
	example: {
		input: { id: registeredNetworkExample.id },
		output: registeredNetworkExample,
	},
	handler: (ctx, { id }) => registeredNetworks.get(ctx, id),
});
