import Type from "typebox";
import { Id, invalid, object, operation } from "../../kernel/index.ts";
import { auditBoth } from "../accounts/index.ts";
import { setGrants } from "../grants/index.ts";
import { disableForeignKeys, freeAccount, makeOwner } from "./free-account.ts";
import { joinedTenant } from "./joined-tenant.ts";

export const unlinkTenant = operation({
	id: "tenants.unlink",
	module: "tenants",
	access: "write",
	scope: "provider",
	method: "POST",
	path: "/tenants/{id}/unlink",
	summary: "Let a tenant go: it becomes an account of its own, with an owner.",
	description:
		"All grants into it end, and so do the credentials and setup keys that people of the provider made in it. What the tenant's own people made stays.",
	input: object({
		id: Id,
		owner: Id,
	}),
	output: Type.Null(),
	audit: { target: "tenant" },
	example: { input: { id: "1000007", owner: "1000031" }, output: null },
	async handler(ctx, { id, owner }) {
		const before = await joinedTenant(ctx, id);
		await setGrants(ctx.db, ctx.account.id, id, []);
		const disabled = await ctx.tx.within([id], async () => {
			if (!(await makeOwner(ctx.db, id, owner)))
				throw invalid(
					"owner",
					"exists",
					`owner names ${owner}, which is not an active person of this tenant`,
					{ id: owner },
				);
			await freeAccount(ctx.db, id);
			return disableForeignKeys(ctx.db, id);
		});
		auditBoth(ctx, id, {
			target: { id, name: before.name },
			before,
			after: { kind: "standalone", owner, disabled },
		});
		ctx.revoke(id);
		return null;
	},
});
