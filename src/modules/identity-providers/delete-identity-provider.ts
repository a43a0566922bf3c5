import Type from "typebox";
import {
	checkVersion,
	notFound,
	object,
	operation,
} from "../../kernel/index.ts";
import {
	forgetSubjects,
	lockProvider,
	removeProvider,
	toProvider,
} from "./identity-provider-store.ts";

export const deleteIdentityProvider = operation({
	id: "identity_provider.delete",
	module: "accounts",
	access: "write",
	scope: "account",
	method: "DELETE",
	path: "/identity-provider",
	summary: "End single sign-on for the account.",
	description:
		"People sign in with their passwords again; those who have none get a reset link from an administrator. Sessions go on.",
	input: object({}),
	output: Type.Null(),
	audit: { target: "identity_provider" },
	example: { input: {}, output: null },
	async handler(ctx) {
		const row = await lockProvider(ctx.db, ctx.account.id);
		if (!row) throw notFound("identity provider");
		checkVersion(ctx, row);
		await removeProvider(ctx.db, ctx.account.id);
		await forgetSubjects(ctx.db, ctx.account.id);
		ctx.audit({
			target: { id: ctx.account.id, name: row.name },
			before: toProvider(row, ctx.resources.publicUrl),
			after: null,
		});
		return null;
	},
});
