import Type from "typebox";
import { sql } from "../../db/index.ts";
import {
	type Context,
	forbidden,
	Id,
	notFound,
	object,
	operation,
} from "../../kernel/index.ts";
import { Budget, budgetExample } from "./budget.ts";

export const getLimits = operation({
	id: "limits.get",
	module: "limits",
	access: "read",
	scope: "account",
	method: "GET",
	path: "/limits",
	summary: "Read the limits and what is left of a credential's budget.",
	description:
		"The calling credential's unless another is named: one of the same user, or, for owners and administrators, any of the account.",
	input: object({ credential_id: Type.Optional(Id) }),
	output: object({
		credential_id: Id,
		account_id: Id,
		credential_per_minute: Type.Integer(),
		credential_burst: Type.Integer(),
		reads_per_minute: Type.Integer({
			description: "Of one operation, unless it has a figure of its own",
		}),
		writes_per_minute: Type.Integer(),
		budgets: Type.Array(Budget),
	}),
	example: {
		input: {},
		output: {
			credential_id: "1000012",
			account_id: "1000001",
			credential_per_minute: 120,
			credential_burst: 1200,
			reads_per_minute: 500,
			writes_per_minute: 100,
			budgets: [budgetExample],
		},
	},
	async handler(ctx, { credential_id }) {
		const { account, caller, resources } = ctx;
		const id = credential_id ?? caller.credential.id;
		if (id !== caller.credential.id) await assertVisible(ctx, id);
		const { limits } = resources;
		return {
			credential_id: id,
			account_id: account.id,
			credential_per_minute: limits.credentialPerMinute,
			credential_burst: limits.credentialBurst,
			reads_per_minute: limits.readsPerMinute,
			writes_per_minute: limits.writesPerMinute,
			budgets: await resources.budgets(id, account.id),
		};
	},
});

async function assertVisible(ctx: Context, id: string): Promise<void> {
	const [row] = await ctx.db.query<{ user_id: string | null }>(
		sql`select user_id from credentials where account_id = ${ctx.account.id} and id = ${id}`,
	);
	if (!row) throw notFound("credential", id);
	const own = row.user_id !== null && row.user_id === ctx.caller.user?.id;
	if (own || ctx.role === "owner" || ctx.role === "admin") return;
	throw forbidden(
		"credential_of_another",
		"Budgets of other people's credentials are for owners and administrators.",
	);
}
