import { Id, notFound, object, operation } from "../../kernel/index.ts";
import { NetworkResource, resourceExample } from "./network-resource.ts";
import { findResource } from "./network-resource-store.ts";

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
	async handler(ctx, { id }) {
		const resource = await findResource(ctx.db, ctx.account.id, id);
		if (!resource) throw notFound("network resource", id);
		return resource;
	},
});
