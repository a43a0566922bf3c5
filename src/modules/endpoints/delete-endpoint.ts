import Type from "typebox";
import {
	checkVersion,
	Id,
	notFound,
	object,
	operation,
} from "../../kernel/index.ts";
import { findEndpoint, lockEndpoint } from "./endpoint-store.ts";
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
		const row = await lockEndpoint(ctx.db, ctx.account.id, id);
		if (!row) throw notFound("endpoint", id);
		checkVersion(ctx, row);
		const before = await findEndpoint(ctx.db, ctx.account.id, id, ctx.now);
		await removeEndpoint(ctx.db, ctx.account.id, id);
		ctx.audit({ target: { id, name: row.name }, before, after: null });
		ctx.revoke(ctx.account.id);
		return null;
	},
});
