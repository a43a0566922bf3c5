import { Id, notFound, object, operation } from "../../kernel/index.ts";
import { Key, keyExample } from "./key.ts";
import { visibleKeys } from "./key-rights.ts";
import { findKey, toKey } from "./key-store.ts";

export const getKey = operation({
	id: "keys.get",
	module: "keys",
	access: "read",
	scope: "account",
	method: "GET",
	path: "/keys/{id}",
	summary: "Read one key, its secret never shown.",
	input: object({ id: Id }),
	output: Key,
	example: { input: { id: keyExample.id }, output: keyExample },
	async handler(ctx, { id }) {
		const row = await findKey(ctx.db, ctx.account.id, id, visibleKeys(ctx));
		if (!row) throw notFound("key", id);
		return toKey(row, ctx.now);
	},
});
