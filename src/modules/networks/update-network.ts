import {
	checkVersion,
	Id,
	notFound,
	object,
	operation,
} from "../../kernel/index.ts";
import { Network, networkExample, networkFields } from "./network.ts";
import { changeNetwork, findNetwork, lockNetwork } from "./network-store.ts";

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
		const row = await lockNetwork(ctx.db, ctx.account.id, id);
		if (!row) throw notFound("network", id);
		checkVersion(ctx, row);
		const before = await findNetwork(ctx.db, ctx.account.id, id);
		await changeNetwork(ctx.db, ctx.account.id, id, fields);
		const after = (await findNetwork(ctx.db, ctx.account.id, id)) as Network;
		ctx.audit({ before, after });
		return after;
	},
});
