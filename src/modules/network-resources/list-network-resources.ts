import Type from "typebox";
import { sql } from "../../db/index.ts";
import {
	equals,
	Id,
	object,
	oneOf,
	operation,
	pageInput,
	pageOf,
} from "../../kernel/index.ts";
import {
	NetworkResource,
	resourceExample,
	resourceTypes,
} from "./network-resource.ts";
import { networkResources } from "./network-resource-store.ts";

export const listNetworkResources = operation({
	id: "network_resources.list",
	module: "networks",
	access: "read",
	scope: "accounts",
	method: "GET",
	path: "/network-resources",
	summary: "List the resources of one network, or of all networks.",
	input: object({
		...pageInput,
		network_id: Type.Optional(Id),
		group_id: Type.Optional(Id),
		name: Type.Optional(Type.String({ description: "Exactly this name" })),
		type: Type.Optional(oneOf(resourceTypes)),
		enabled: Type.Optional(Type.Boolean()),
	}),
	output: pageOf(NetworkResource),
	example: {
		input: { network_id: resourceExample.network_id },
		output: { data: [resourceExample], next: null, has_more: false },
	},
	handler: (ctx, input) =>
		networkResources.page(ctx, input, [
			equals("t.network_id", input.network_id),
			equals("t.name", input.name),
			equals("t.type", input.type),
			equals("t.enabled", input.enabled),
			input.group_id === undefined
				? undefined
				: sql`exists (select 1 from group_resources m where m.account_id = t.account_id and m.resource_id = t.id and m.group_id = ${input.group_id})`,
		]),
});
