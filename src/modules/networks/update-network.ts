import { Id, object, operation } from "../../kernel/index.ts";
import { Network, networkExample, networkFields } from "./network.ts";
import { changeNetwork, networks } from "./network-store.ts";

export const updateNetwork = operation({
	id: "networks.update",
	module: "networks",
	access: "write",
	scope: "account",
	method: "PATCH",
	path: "/networks/{id}",
	summary: "Change the name or the description of a network.",
	input: object({ id: Id, ...networkFields }),
	output: Network,
	audit: { target: "network" },
	example: {
		input: { id: networkExample.id, name: "Head office" },
		output: { ...networkExample, name: "Head office", version: 2 },
	},
	async handler(ctx, { id, ...fields }) {
		const before = await networks.getForChange(ctx, id);
		await changeNetwork(ctx.db, ctx.account.id, id, fields);
		const after = await networks.get(ctx, id);
		ctx.audit({ before, after });
		return after;
	},
});
