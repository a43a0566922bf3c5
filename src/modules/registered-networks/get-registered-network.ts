import { Id, notFound, object, operation } from "../../kernel/index.ts";
import {
	RegisteredNetwork,
	registeredNetworkExample,
} from "./registered-network.ts";
import { findRegisteredNetwork } from "./registered-network-store.ts";

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
	async handler(ctx, { id }) {
		const network = await findRegisteredNetwork(ctx.db, ctx.account.id, id);
		if (!network) throw notFound("registered network", id);
		return network;
	},
});
