import Type from "typebox";
import { conflict, Id, object, operation } from "../../kernel/index.ts";
import { User, userExample } from "./user.ts";
import { assertMayTouch } from "./user-rules.ts";
import { storeUser, users } from "./user-store.ts";

export const setApiAccess = operation({
	id: "users.set_api_access",
	module: "users",
	access: "write",
	scope: "account",
	method: "PUT",
	path: "/users/{id}/api-access",
	summary: "Turn a user's access to the API on or off.",
	description:
		"It is off for every new person until an administrator turns it on. While it is off, all credentials of the user are refused; they are kept.",
	input: object({ id: Id, enabled: Type.Boolean() }),
	output: User,
	audit: { target: "user" },
	example: {
		input: { id: userExample.id, enabled: true },
		output: { ...userExample, api_access: true, version: 2 },
	},
	async handler(ctx, { id, enabled }) {
		const row = await users.lockForChange(ctx, id);
		assertMayTouch(ctx, row);
		if (row.kind === "service")
			throw conflict(
				"service_user",
				"A service user has access to the API by nature; block it instead.",
			);
		const before = await users.get(ctx, id);
		await storeUser(ctx.db, ctx.account.id, id, { api_access: enabled });
		const after = await users.get(ctx, id);
		ctx.audit({ target: { id, name: after.name }, before, after });
		ctx.revoke(ctx.account.id);
		return after;
	},
});
