import Type from "typebox";
import {
	checkVersion,
	Id,
	notFound,
	object,
	operation,
} from "../../kernel/index.ts";
import {
	findRouter,
	lockRouter,
	removeRouter,
} from "./network-router-store.ts";

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
		const row = await lockRouter(ctx.db, ctx.account.id, id);
		if (!row) throw notFound("network router", id);
		checkVersion(ctx, row);
		const before = await findRouter(ctx.db, ctx.account.id, id);
		await removeRouter(ctx.db, ctx.account.id, id);
		ctx.audit({ target: { id }, before, after: null });
		return null;
	},
});
