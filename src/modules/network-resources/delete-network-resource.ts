import Type from "typebox";
import { Id, object, operation } from "../../kernel/index.ts";
import { networkResources } from "./network-resource-store.ts";

export const deleteNetworkResource = operation({
	id: "network_resources.delete",
	module: "networks",
	access: "write",
	scope: "account",
	method: "DELETE",
	path: "/network-resources/{id}",
	summary: "Delete a network resource.",
	description:
		"It leaves its groups. A policy rule that names it stays and leads nowhere.",
	input: object({ id: Id }),
	output: Type.Null(),
	audit: { target: "network_resource" },
	example: { input: { id: "1000061" }, output: null },
	async handler(ctx, { id }) {
		const before = await networkResources.getForChange(ctx, id);
		await networkResources.remove(ctx, id);
		ctx.audit({ target: { id, name: before.name }, before, after: null });
		return null;
	},
});
