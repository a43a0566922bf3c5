import Type from "typebox";
import {
	checkVersion,
	Id,
	notFound,
	object,
	operation,
} from "../../kernel/index.ts";
import { auditGrant } from "./audit-grant.ts";
import { lockGrant, removeGrant } from "./grant-store.ts";
import { isWithinNarrowing } from "./narrowing.ts";

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
		const before = await lockGrant(ctx.db, ctx.account.id, id);
		if (!before || !isWithinNarrowing(ctx, before.tenant_id))
			throw notFound("grant", id);
		checkVersion(ctx, before);
		await removeGrant(ctx.db, ctx.account.id, id);
		await auditGrant(ctx, before, { before, after: null });
		return null;
	},
});
