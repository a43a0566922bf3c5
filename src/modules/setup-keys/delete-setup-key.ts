import Type from "typebox";
import { Id, object, operation } from "../../kernel/index.ts";
import { setupKeys } from "./setup-key-store.ts";

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
		const before = await setupKeys.getForChange(ctx, id);
		await setupKeys.remove(ctx, id);
		ctx.audit({ target: { id, name: before.name }, before, after: null });
		return null;
	},
});
