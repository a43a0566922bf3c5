import Type from "typebox";
import { Id, object, operation } from "../../kernel/index.ts";
import { endSessionsOf } from "../sessions/index.ts";
import { assertMayTouch } from "./user-rules.ts";
import { users } from "./user-store.ts";

export const endUserSessions = operation({
	id: "users.end_sessions",
	module: "users",
	access: "write",
	scope: "account",
	method: "POST",
	path: "/users/{id}/end-sessions",
	summary: "Sign a user out everywhere.",
	description:
		"All console sessions of the user end at once; keys and tokens stay as they are.",
	input: object({ id: Id }),
	output: object({
		ended: Type.Integer({ description: "How many sessions there were" }),
	}),
	audit: { target: "user" },
	example: { input: { id: "1000061" }, output: { ended: 2 } },
	async handler(ctx, { id }) {
		const row = await users.lockForChange(ctx, id);
		assertMayTouch(ctx, row);
		const ended = await endSessionsOf(ctx.db, ctx.account.id, id);
		ctx.audit({ target: { id, name: row.name }, after: { ended } });
		ctx.revoke(ctx.account.id);
		return { ended };
	},
});
