import Type from "typebox";
import { sql } from "../../db/index.ts";
import {
	equals,
	Id,
	object,
	oneOf,
	operation,
	pageInput,
	pageOf,
	Timestamp,
	when,
} from "../../kernel/index.ts";
import {
	hasStatus,
	keyKinds,
	keys,
	toKey,
	visibleKeys,
} from "../keys/index.ts";
import {
	CredentialLimits,
	credentialLimitsExample,
	withLimits,
} from "./credential-limits.ts";

export const listLimits = operation({
	id: "limits.list",
	module: "limits",
	access: "read",
	scope: "account",
	method: "GET",
	path: "/limits/credentials",
	summary:
		"List the account's keys with what is left of their budgets and what limits turned away.",
	description:
		"The keys that keys.list shows. Asking spends nothing of the budgets shown.",
	input: object({
		...pageInput,
		kind: Type.Optional(oneOf(keyKinds)),
		user_id: Type.Optional(Id),
		status: Type.Optional(CredentialLimits.properties.status),
		limited_since: Type.Optional(
			Type.Unsafe<string>({
				...Timestamp,
				description:
					"Keeps those that a limit turned away since then, by whole hours",
			}),
		),
	}),
	output: pageOf(CredentialLimits),
	example: {
		input: { sort: "-last_used_at" },
		output: {
			data: [credentialLimitsExample],
			next: null,
			has_more: false,
		},
	},
	async handler(ctx, { kind, user_id, status, limited_since, ...page }) {
		const rows = await keys.page(ctx, page, [
			visibleKeys(ctx),
			equals("t.kind", kind),
			equals("t.user_id", user_id),
			when(status, (is) => hasStatus(is, ctx.now)),
			when(
				limited_since,
				(since) =>
					sql`(t.account_id, t.id) in (select l.account_id, l.credential_id from credential_usage l
						where l.limited > 0 and l.hour >= date_trunc('hour', ${since}::timestamptz))`,
			),
		]);
		const shown = rows.data.map((row) => toKey(row, ctx.now));
		return { ...rows, data: await withLimits(ctx, shown) };
	},
});
