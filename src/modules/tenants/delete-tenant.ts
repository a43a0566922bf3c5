import Type from "typebox";
import { Id, object, operation } from "../../kernel/index.ts";
import { eraseAccount } from "../accounts/index.ts";
import { setGrants } from "../grants/index.ts";
import { removeInvitation } from "./invitation-store.ts";
import { hasJoined, lockedTenant } from "./joined-tenant.ts";

export const deleteTenant = operation({
	id: "tenants.delete",
	module: "tenants",
	access: "write",
	scope: "provider",
	method: "DELETE",
	path: "/tenants/{id}",
	summary: "Delete a tenant with everything in it, or withdraw an invitation.",
	description:
		"Its users and credentials stop at once. Only its audit log stays.",
	input: object({ id: Id }),
	output: Type.Null(),
	audit: { target: "tenant" },
	example: { input: { id: "1000007" }, output: null },
	async handler(ctx, { id }) {
		const before = await lockedTenant(ctx, id);
		ctx.audit({ target: { id, name: before.name }, before, after: null });
		if (hasJoined(before)) {
			await setGrants(ctx.db, ctx.account.id, id, []);
			await eraseAccount(ctx.tx, id);
			ctx.revoke(id);
		} else await removeInvitation(ctx.db, ctx.account.id, id);
		return null;
	},
});
