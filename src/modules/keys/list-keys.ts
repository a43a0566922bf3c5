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
import { Key, keyExample, keyKinds } from "./key.ts";
import { visibleKeys } from "./key-rights.ts";
import { hasStatus, keys, toKey } from "./key-store.ts";
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
		subject_id: Type.Optional({
			...Id,
			description: "What the key was made for: the probe of a probe key",
		}),
		created_by: Type.Optional(Id),
		status: Type.Optional(Key.properties.status),
		enabled: Type.Optional(Type.Boolean()),
		expired: Type.Optional(Type.Boolean()),
		expires_after: Type.Optional(Timestamp),
		expires_before: Type.Optional(Timestamp),
		never_expires: Type.Optional(Type.Boolean()),
		opens_everything: Type.Optional(
			Type.Boolean({ description: "Whether its access is `all`" }),
		),
		unused_since: Type.Optional(
			Type.String({
				format: "date-time",
				description: "Neither used nor made since then",
			}),
		),
		name: Type.Optional(Type.String({ description: "Exactly this name" })),
	}),
	output: pageOf(Key),
	example: {
		input: { kind: "api" },
		output: { data: [keyExample], next: null, has_more: false },
	},
	async handler(ctx, wanted) {
		const rows = await keys.page(ctx, wanted, [
			visibleKeys(ctx),
			equals("t.kind", wanted.kind),
			equals("t.opens", wanted.opens),
			equals("t.user_id", wanted.user_id),
			equals("t.subject_id", wanted.subject_id),
			equals("t.created_by", wanted.created_by),
			when(wanted.status, (status) => hasStatus(status, ctx.now)),
			equals("t.enabled", wanted.enabled),
			equals("t.name", wanted.name),
			when(
				wanted.expired,
				(is) => sql`coalesce(t.expires_at <= ${ctx.now}, false) = ${is}`,
			),
			when(wanted.expires_after, (at) => sql`t.expires_at > ${at}`),
			when(wanted.expires_before, (at) => sql`t.expires_at <= ${at}`),
			equals("(t.expires_at is null)", wanted.never_expires),
			equals("(t.access ->> 'type' = 'all')", wanted.opens_everything),
			when(
				wanted.unused_since,
				(at) => sql`coalesce(t.last_used_at, t.created_at) < ${at}`,
			),
		]);
		return { ...rows, data: rows.data.map((row) => toKey(row, ctx.now)) };
	},
});
