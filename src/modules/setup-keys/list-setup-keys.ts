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
	SetupKey,
	setupKeyExample,
	setupKeyStates,
	setupKeyTypes,
} from "./setup-key.ts";
import { inState, setupKeys } from "./setup-key-store.ts";

export const listSetupKeys = operation({
	id: "setup_keys.list",
	module: "setup_keys",
	access: "read",
	scope: "accounts",
	method: "GET",
	path: "/setup-keys",
	summary: "List setup keys, masked.",
	input: object({
		...pageInput,
		name: Type.Optional(Type.String({ description: "Exactly this name" })),
		type: Type.Optional(oneOf(setupKeyTypes)),
		state: Type.Optional(oneOf(setupKeyStates)),
		revoked: Type.Optional(Type.Boolean()),
		expires_after: Type.Optional(Timestamp),
		expires_before: Type.Optional(Timestamp),
		group_id: Type.Optional(Id),
	}),
	output: pageOf(SetupKey),
	example: {
		input: { state: "valid" },
		output: { data: [setupKeyExample], next: null, has_more: false },
	},
	handler: (ctx, wanted) =>
		setupKeys.page(ctx, wanted, [
			equals("t.name", wanted.name),
			equals("t.type", wanted.type),
			when(wanted.state, (is) => inState(is, ctx.now)),
			equals("t.revoked", wanted.revoked),
			when(wanted.expires_after, (at) => sql`t.expires_at > ${at}`),
			when(wanted.expires_before, (at) => sql`t.expires_at <= ${at}`),
			when(
				wanted.group_id,
				(id) =>
					sql`exists (select 1 from setup_key_groups g where g.account_id = t.account_id and g.setup_key_id = t.id and g.group_id = ${id})`,
			),
		]),
});
