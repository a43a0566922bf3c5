import Type from "typebox";
import {
	checkVersion,
	conflict,
	forbidden,
	notFound,
	object,
	operation,
} from "../../kernel/index.ts";
import { countTenants, eraseAccount, lockAccount } from "./account-store.ts";

export const deleteAccount = operation({
	id: "accounts.delete",
	module: "accounts",
	access: "write",
	scope: "account",
	method: "DELETE",
	path: "/account",
	summary: "Delete the account with everything in it.",
	description:
		"For the owner of a standalone account or of a provider that has no tenants. Only the audit log stays.",
	input: object({}),
	output: Type.Null(),
	audit: { target: "account" },
	example: { input: {}, output: null },
	async handler(ctx) {
		const { id } = ctx.account;
		if (ctx.role !== "owner")
			throw forbidden("owner_only", "Only the owner deletes the account.");
		const before = await lockAccount(ctx.db, id);
		if (!before) throw notFound("account", id);
		checkVersion(ctx, before);
		if (before.kind === "tenant")
			throw forbidden("tenant_account", "A tenant is deleted by its provider.");
		const tenants = await countTenants(ctx.db, id);
		if (tenants > 0)
			throw conflict(
				"tenants_exist",
				`The account has ${tenants} tenants; delete or unlink them first.`,
				{ tenants },
			);
		ctx.audit({ target: { id, name: before.name }, before, after: null });
		await eraseAccount(ctx.tx, id);
		ctx.revoke(id);
		return null;
	},
});
