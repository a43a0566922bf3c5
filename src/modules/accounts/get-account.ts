import { notFound, object, operation } from "../../kernel/index.ts";
import { Account, accountExample } from "./account.ts";
import { findAccount } from "./account-store.ts";

export const getAccount = operation({
	id: "accounts.get",
	module: "accounts",
	access: "read",
	scope: "account",
	method: "GET",
	path: "/account",
	summary: "Read the account that the call runs in.",
	input: object({}),
	output: Account,
	example: { input: {}, output: accountExample },
	async handler(ctx) {
		const account = await findAccount(ctx.db, ctx.account.id);
		if (!account) throw notFound("account", ctx.account.id);
		return account;
	},
});
