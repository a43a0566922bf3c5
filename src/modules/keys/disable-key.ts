import { Id, object, operation } from "../../kernel/index.ts";
import { Key, keyExample } from "./key.ts";
import { anyKey } from "./key-rights.ts";
import { storeKey } from "./key-store.ts";
import { changed } from "./update-key.ts";

export const disableKey = operation({
	id: "keys.disable",
	module: "keys",
	access: "write",
	scope: "account",
	method: "POST",
	path: "/keys/{id}/disable",
	summary: "Refuse a key from now on, without deleting it.",
	input: object({ id: Id }),
	output: Key,
	audit: { target: "key" },
	example: {
		input: { id: keyExample.id },
		output: { ...keyExample, enabled: false, status: "disabled", version: 2 },
	},
	async handler(ctx, { id }) {
		const row = await anyKey(ctx, id);
		await storeKey(ctx.db, ctx.account.id, id, { enabled: false });
		return changed(ctx, row);
	},
});
