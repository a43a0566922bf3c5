import Type from "typebox";
import {
	type Context,
	checkVersion,
	Id,
	notFound,
	object,
	operation,
} from "../../kernel/index.ts";
import { resourcesOfNetwork } from "../network-resources/index.ts";
import { routersOfNetwork } from "../network-routers/index.ts";
import { findNetwork, lockNetwork, removeNetwork } from "./network-store.ts";

export const deleteNetwork = operation({
	id: "networks.delete",
	module: "networks",
	access: "write",
	scope: "account",
	method: "DELETE",
	path: "/networks/{id}",
	summary: "Delete a network with its routers and resources.",
	description: "The audit log gets a row for each thing that goes with it.",
	input: object({ id: Id }),
	output: Type.Null(),
	audit: { target: "network" },
	example: { input: { id: "1000060" }, output: null },
	async handler(ctx, { id }) {
		const row = await lockNetwork(ctx.db, ctx.account.id, id);
		if (!row) throw notFound("network", id);
		checkVersion(ctx, row);
		const before = await findNetwork(ctx.db, ctx.account.id, id);
		await auditContents(ctx, id);
		await removeNetwork(ctx.db, ctx.account.id, id);
		ctx.audit({
			target: { id, name: before?.name ?? "" },
			before,
			after: null,
		});
		return null;
	},
});

/** What disappears with a network is told as if it had been deleted one by one. */
async function auditContents(ctx: Context, networkId: string): Promise<void> {
	const resources = await resourcesOfNetwork(ctx.db, ctx.account.id, networkId);
	for (const resource of resources)
		ctx.audit({
			operation: "network_resources.delete",
			target: {
				type: "network_resource",
				id: resource.id,
				name: resource.name,
			},
			before: resource,
			after: null,
		});
	const routers = await routersOfNetwork(ctx.db, ctx.account.id, networkId);
	for (const router of routers)
		ctx.audit({
			operation: "network_routers.delete",
			target: { type: "network_router", id: router.id, name: "" },
			before: router,
			after: null,
		});
}
