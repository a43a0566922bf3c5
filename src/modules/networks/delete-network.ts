import Type from "typebox";
import { type Context, Id, object, operation } from "../../kernel/index.ts";
import { resourcesOfNetwork } from "../network-resources/index.ts";
import { routersOfNetwork } from "../network-routers/index.ts";
import { networks } from "./network-store.ts";

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
		const before = await networks.getForChange(ctx, id);
		await auditContents(ctx, id);
		await networks.remove(ctx, id);
		ctx.audit({ target: { id, name: before.name }, before, after: null });
		return null;
	},
});

/** What disappears with a network is told as if it had been deleted one by one. */
async function auditContents(ctx: Context, networkId: string): Promise<void> {
	for (const resource of await resourcesOfNetwork(ctx, networkId))
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
	for (const router of await routersOfNetwork(ctx, networkId))
		ctx.audit({
			operation: "network_routers.delete",
			target: { type: "network_router", id: router.id, name: "" },
			before: router,
			after: null,
		});
}
