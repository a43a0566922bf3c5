import Type from "typebox";
import { object, operation } from "../../kernel/index.ts";
import { Network, networkExample, networkFields } from "./network.ts";
import { insertNetwork, networks } from "./network-store.ts";

export const createNetwork = operation({
	id: "networks.create",
	module: "networks",
	access: "write",
	scope: "account",
	method: "POST",
	path: "/networks",
	summary: "Create a network, empty at first.",
	input: object({ ...networkFields, name: Type.String({ maxLength: 255 }) }),
	output: Network,
	audit: { target: "network" },
	example: {
		input: {
			name: networkExample.name,
			description: networkExample.description,
		},
		output: {
			...networkExample,
			routers: [],
			resources: [],
			routing_endpoints_count: 0,
		},
	},
	async handler(ctx, { name, description = "" }) {
		const id = await insertNetwork(ctx.db, ctx.account.id, name, description);
		return networks.get(ctx, id);
	},
});
