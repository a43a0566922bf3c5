import Type from "typebox";
import { Id, object, operation } from "../../kernel/index.ts";
import { anyKey } from "./key-rights.ts";
import { keys, toKey } from "./key-store.ts";

export const deleteKey = operation({
	id: "keys.delete",
	module: "keys",
	access: "write",
	scope: "account",
	method: "DELETE",
	path: "/keys/{id}",
	summary: "Delete a key; it opens nothing from now on.",
	input: object({ id: Id }),
	output: Type.Null(),
	audit: { target: "key" },
	example: { input: { id: "1000071" }, output: null },
	async handler(ctx, { id }) {
		const row = await anyKey(ctx, id);
		await keys.remove(ctx, id);
		ctx.audit({
			target: { id, name: row.name },
			before: toKey(row, ctx.now),
			after: null,
		});
		ctx.revoke(ctx.account.id);
		return null;
	},
});
