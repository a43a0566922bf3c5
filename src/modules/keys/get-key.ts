import { Id, object, operation } from "../../kernel/index.ts";
import { Key, keyExample } from "./key.ts";
import { visibleKey } from "./key-rights.ts";
import { toKey } from "./key-store.ts";

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
		return toKey(await visibleKey(ctx, id), ctx.now);
	},
});
