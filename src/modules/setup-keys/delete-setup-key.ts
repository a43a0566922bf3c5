import Type from "typebox";
import {
	checkVersion,
	Id,
	notFound,
	object,
	operation,
} from "../../kernel/index.ts";
import {
	findSetupKey,
	lockSetupKey,
	removeSetupKey,
	type SetupKeyRow,
	toSetupKey,
} from "./setup-key-store.ts";

export const deleteSetupKey = operation({
	id: "setup_keys.delete",
	module: "setup_keys",
	access: "write",
	scope: "account",
	method: "DELETE",
	path: "/setup-keys/{id}",
	summary: "Delete a setup key; what has enrolled with it stays.",
	input: object({ id: Id }),
	output: Type.Null(),
	audit: { target: "setup_key" },
	example: { input: { id: "1000081" }, output: null },
	async handler(ctx, { id }) {
		const locked = await lockSetupKey(ctx.db, ctx.account.id, id);
		if (!locked) throw notFound("setup key", id);
		checkVersion(ctx, locked);
		const row = (await findSetupKey(ctx.db, ctx.account.id, id)) as SetupKeyRow;
		await removeSetupKey(ctx.db, ctx.account.id, id);
		ctx.audit({
			target: { id, name: row.name },
			before: toSetupKey(row, ctx.now),
			after: null,
		});
		return null;
	},
});
