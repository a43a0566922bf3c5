import Type from "typebox";
import { Id, object, operation } from "../../kernel/index.ts";
import { endpoints } from "./endpoint-store.ts";
import { removeEndpoint } from "./remove-endpoints.ts";

export const deleteEndpoint = operation({
	id: "endpoints.delete",
	module: "endpoints",
	access: "write",
	scope: "account",
	method: "DELETE",
	path: "/endpoints/{id}",
	summary: "Remove an endpoint that routes for no network.",
	input: object({ id: Id }),
	output: Type.Null(),
	audit: { target: "endpoint" },
	example: { input: { id: "1000051" }, output: null },
	async handler(ctx, { id }) {
		const before = await endpoints.getForChange(ctx, id);
		await removeEndpoint(ctx.db, ctx.account.id, id);
		ctx.audit({ target: { id, name: before.name }, before, after: null });
		ctx.revoke(ctx.account.id);
		return null;
	},
});
