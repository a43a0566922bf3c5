import Type from "typebox";
import {
	checkVersion,
	Id,
	notFound,
	object,
	operation,
} from "../../kernel/index.ts";
import { findPolicy, lockPolicy, removePolicy } from "./policy-store.ts";

export const deletePolicy = operation({
	id: "policies.delete",
	module: "policies",
	access: "write",
	scope: "account",
	method: "DELETE",
	path: "/policies/{id}",
	summary: "Delete an access policy with its rules.",
	input: object({ id: Id }),
	output: Type.Null(),
	audit: { target: "policy" },
	example: { input: { id: "1000070" }, output: null },
	async handler(ctx, { id }) {
		const row = await lockPolicy(ctx.db, ctx.account.id, id);
		if (!row) throw notFound("policy", id);
		checkVersion(ctx, row);
		const before = await findPolicy(ctx.db, ctx.account.id, id);
		await removePolicy(ctx.db, ctx.account.id, id);
		ctx.audit({
			target: { id, name: before?.name ?? "" },
			before,
			after: null,
		});
		return null;
	},
});
