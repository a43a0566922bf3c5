import { Id, notFound, object, operation } from "../../kernel/index.ts";
import { SetupKey, setupKeyExample } from "./setup-key.ts";
import { findSetupKey, toSetupKey } from "./setup-key-store.ts";

export const getSetupKey = operation({
	id: "setup_keys.get",
	module: "setup_keys",
	access: "read",
	scope: "account",
	method: "GET",
	path: "/setup-keys/{id}",
	summary: "Read one setup key, masked.",
	input: object({ id: Id }),
	output: SetupKey,
	example: { input: { id: setupKeyExample.id }, output: setupKeyExample },
	async handler(ctx, { id }) {
		const row = await findSetupKey(ctx.db, ctx.account.id, id);
		if (!row) throw notFound("setup key", id);
		return toSetupKey(row, ctx.now);
	},
});
