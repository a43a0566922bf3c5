import { Id, object, operation } from "../../kernel/index.ts";
import { NetworkResource, resourceExample } from "./network-resource.ts";
import { networkResources } from "./network-resource-store.ts";

export const getNetworkResource = operation({
	id: "network_resources.get",
	module: "networks",
	access: "read",
	scope: "account",
	method: "GET",
	path: "/network-resources/{id}",
	summary: "Read one network resource.",
	input: object({ id: Id }),
	output: NetworkResource,
	example: { input: { id: resourceExample.id }, output: resourceExample },
	handler: (ctx, { id }) => networkResources.get(ctx, id),
});
