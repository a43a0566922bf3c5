import { Id, notFound, object, operation } from "../../kernel/index.ts";
import { Network, networkExample } from "./network.ts";
import { findNetwork } from "./network-store.ts";

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
	async handler(ctx, { id }) {
		const network = await findNetwork(ctx.db, ctx.account.id, id);
		if (!network) throw notFound("network", id);
		return network;
	},
});
