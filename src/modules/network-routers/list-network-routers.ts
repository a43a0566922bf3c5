import Type from "typebox";
import {
	equals,
	Id,
	object,
	operation,
	pageInput,
	pageOf,
} from "../../kernel/index.ts";
import { NetworkRouter, routerExample } from "./network-router.ts";
import { networkRouters } from "./network-router-store.ts";

export const listNetworkRouters = operation({
	id: "network_routers.list",
	module: "networks",
	access: "read",
	scope: "accounts",
	method: "GET",
	path: "/network-routers",
	summary: "List the routers of one network, or of all networks.",
	input: object({
		...pageInput,
		network_id: Type.Optional(Id),
		endpoint_id: Type.Optional(Id),
		enabled: Type.Optional(Type.Boolean()),
	}),
	output: pageOf(NetworkRouter),
	example: {
		input: { network_id: routerExample.network_id },
		output: { data: [routerExample], next: null, has_more: false },
	},
	handler: (ctx, input) =>
		networkRouters.page(ctx, input, [
			equals("t.network_id", input.network_id),
			equals("t.endpoint_id", input.endpoint_id),
			equals("t.enabled", input.enabled),
		]),
});
