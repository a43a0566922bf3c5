import Type from "typebox";
import { Id, object, operation } from "../../kernel/index.ts";
import { policies } from "./policy-store.ts";

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
		const before = await policies.getForChange(ctx, id);
		await policies.remove(ctx, id);
		ctx.audit({ target: { id, name: before.name }, before, after: null });
		return null;
	},
});
