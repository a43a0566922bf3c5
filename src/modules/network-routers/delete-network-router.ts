import Type from "typebox";
import { Id, object, operation } from "../../kernel/index.ts";
import { networkRouters } from "./network-router-store.ts";

export const deleteNetworkRouter = operation({
	id: "network_routers.delete",
	module: "networks",
	access: "write",
	scope: "account",
	method: "DELETE",
	path: "/network-routers/{id}",
	summary: "Delete a network router.",
	input: object({ id: Id }),
	output: Type.Null(),
	audit: { target: "network_router" },
	example: { input: { id: "1000062" }, output: null },
	async handler(ctx, { id }) {
		const before = await networkRouters.getForChange(ctx, id);
		await networkRouters.remove(ctx, id);
		ctx.audit({ target: { id }, before, after: null });
		return null;
	},
});
