import { notFound, object, operation } from "../../kernel/index.ts";
import {
	IdentityProvider,
	identityProviderExample,
} from "./identity-provider.ts";
import { findProvider, toProvider } from "./identity-provider-store.ts";

export const getIdentityProvider = operation({
	id: "identity_provider.get",
	module: "accounts",
	access: "read",
	scope: "account",
	method: "GET",
	path: "/identity-provider",
	summary: "Read where people of the account sign in with single sign-on.",
	input: object({}),
	output: IdentityProvider,
	example: { input: {}, output: identityProviderExample },
	async handler(ctx) {
		const row = await findProvider(ctx.db, ctx.account.id);
		if (!row) throw notFound("identity provider");
		return toProvider(row, ctx.resources.publicUrl);
	},
});
