import { Id, object, operation } from "../../kernel/index.ts";
import { Key, keyExample } from "./key.ts";
import { ownKey } from "./key-rights.ts";
import { storeKey } from "./key-store.ts";
import { changed } from "./update-key.ts";

export const enableKey = operation({
	id: "keys.enable",
	module: "keys",
	access: "write",
	scope: "account",
	method: "POST",
	path: "/keys/{id}/enable",
	summary: "Let a disabled key work again.",
	input: object({ id: Id }),
	output: Key,
	audit: { target: "key" },
	example: {
		input: { id: keyExample.id },
		output: { ...keyExample, version: 3 },
	},
	async handler(ctx, { id }) {
		const row = await ownKey(ctx, id);
		await storeKey(ctx.db, ctx.account.id, id, { enabled: true });
		return changed(ctx, row);
	},
});
