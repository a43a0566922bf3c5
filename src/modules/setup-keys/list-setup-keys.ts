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
		group_id: Type.Optional(Id),
	}),
	output: pageOf(SetupKey),
	example: {
		input: { state: "valid" },
		output: { data: [setupKeyExample], next: null, has_more: false },
	},
	handler: (ctx, { name, type, state, group_id, ...page }) =>
		setupKeys.page(ctx, page, [
			equals("t.name", name),
			equals("t.type", type),
			when(state, (is) => inState(is, ctx.now)),
			when(
				group_id,
				(id) =>
					sql`exists (select 1 from setup_key_groups g where g.account_id = t.account_id and g.setup_key_id = t.id and g.group_id = ${id})`,
			),
		]),
});
