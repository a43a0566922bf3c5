import Type from "typebox";
import {
	checkVersion,
	Id,
	notFound,
	object,
	operation,
} from "../../kernel/index.ts";
import {
	findResource,
	lockResource,
	removeResource,
} from "./network-resource-store.ts";

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
		const row = await lockResource(ctx.db, ctx.account.id, id);
		if (!row) throw notFound("network resource", id);
		checkVersion(ctx, row);
		const before = await findResource(ctx.db, ctx.account.id, id);
		await removeResource(ctx.db, ctx.account.id, id);
		ctx.audit({
			target: { id, name: before?.name ?? "" },
			before,
			after: null,
		});
		return null;
	},
});
