import { Id, object, operation } from "../../kernel/index.ts";
import { NetworkRouter, routerExample } from "./network-router.ts";
import { networkRouters } from "./network-router-store.ts";

export const getNetworkRouter = operation({
	id: "network_routers.get",
	module: "networks",
	access: "read",
	scope: "account",
	method: "GET",
	path: "/network-routers/{id}",
	summary: "Read one network router.",
	input: object({ id: Id }),
	output: NetworkRouter,
	example: { input: { id: routerExample.id }, output: routerExample },
	handler: (ctx, { id }) => networkRouters.get(ctx, id),
});
