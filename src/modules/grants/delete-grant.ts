import Type from "typebox";
import { Id, object, operation } from "../../kernel/index.ts";
import { auditGrant } from "./audit-grant.ts";
import { grants } from "./grant-store.ts";
import { lockedGrant } from "./visible-grant.ts";

export const deleteGrant = operation({
	id: "grants.delete",
	module: "grants",
	access: "write",
	scope: "provider",
	method: "DELETE",
	path: "/grants/{id}",
	summary: "End the reach of a permission group into a tenant.",
	input: object({ id: Id }),
	output: Type.Null(),
	audit: { target: "grant" },
	example: { input: { id: "1000061" }, output: null },
	async handler(ctx, { id }) {
		const before = await lockedGrant(ctx, id);
		await grants.remove(ctx, id);
		await auditGrant(ctx, before, { before, after: null });
		return null;
	},
});
