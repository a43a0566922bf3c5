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
	when,
} from "../../kernel/index.ts";
import { Key, keyExample, keyKinds } from "./key.ts";
import { visibleKeys } from "./key-rights.ts";
import { keys, toKey } from "./key-store.ts";
import { OpenedApi } from "./opened-apis.ts";

export const listKeys = operation({
	id: "keys.list",
	module: "keys",
	access: "read",
	scope: "accounts",
	method: "GET",
	path: "/keys",
	summary: "List keys and tokens, their secrets never shown.",
	description:
		"Your own; for administrators also those of service users and of the account; for super administrators all.",
	input: object({
		...pageInput,
		kind: Type.Optional(oneOf(keyKinds)),
		opens: Type.Optional(OpenedApi),
		user_id: Type.Optional(Id),
		enabled: Type.Optional(Type.Boolean()),
		expired: Type.Optional(Type.Boolean()),
		name: Type.Optional(Type.String({ description: "Exactly this name" })),
	}),
	output: pageOf(Key),
	example: {
		input: { kind: "api" },
		output: { data: [keyExample], next: null, has_more: false },
	},
	async handler(
		ctx,
		{ kind, opens, user_id, enabled, expired, name, ...page },
	) {
		const rows = await keys.page(ctx, page, [
			visibleKeys(ctx),
			equals("t.kind", kind),
			equals("t.opens", opens),
			equals("t.user_id", user_id),
			equals("t.enabled", enabled),
			equals("t.name", name),
			when(
				expired,
				(is) => sql`coalesce(t.expires_at <= ${ctx.now}, false) = ${is}`,
			),
		]);
		return { ...rows, data: rows.data.map((row) => toKey(row, ctx.now)) };
	},
});
