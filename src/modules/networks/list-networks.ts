import Type from "typebox";
import {
	equals,
	object,
	operation,
	pageInput,
	pageOf,
} from "../../kernel/index.ts";
import { Network, networkExample } from "./network.ts";
import { networks } from "./network-store.ts";

export const listNetworks = operation({
	id: "networks.list",
	module: "networks",
	access: "read",
	scope: "accounts",
	method: "GET",
	path: "/networks",
	summary: "List networks with their routers, resources and policies.",
	input: object({
		...pageInput,
		name: Type.Optional(Type.String({ description: "Exactly this name" })),
	}),
	output: pageOf(Network),
	example: {
		input: {},
		output: { data: [networkExample], next: null, has_more: false },
	},
	handler: (ctx, input) =>
		networks.page(ctx, input, [equals("t.name", input.name)]),
});
