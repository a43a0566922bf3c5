import { Id, object, operation } from "../../kernel/index.ts";
import { Network, networkExample } from "./network.ts";
import { networks } from "./network-store.ts";

export const getNetwork = operation({
	id: "networks.get",
	module: "networks",
	access: "read",
	scope: "account",
	method: "GET",
	path: "/networks/{id}",
	summary: "Read one network.",
	input: object({ id: Id }),
	output: Network,
	example: { input: { id: networkExample.id }, output: networkExample },
	handler: (ctx, { id }) => networks.get(ctx, id),
});
