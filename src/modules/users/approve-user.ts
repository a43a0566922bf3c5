import { conflict, Id, object, operation } from "../../kernel/index.ts";
import { User, userExample } from "./user.ts";
import { assertMayGive } from "./user-rules.ts";
import { storeUser, users } from "./user-store.ts";

export const approveUser = operation({
	id: "users.approve",
	module: "users",
	access: "write",
	scope: "account",
	method: "POST",
	path: "/users/{id}/approve",
	summary: "Let in a user who awaits approval.",
	input: object({ id: Id }),
	output: User,
	audit: { target: "user" },
	example: { input: { id: userExample.id }, output: userExample },
	async handler(ctx, { id }) {
		const row = await users.lockForChange(ctx, id);
		if (row.status !== "pending") throw notPending();
		assertMayGive(ctx, row.role);
		const before = await users.get(ctx, id);
		await storeUser(ctx.db, ctx.account.id, id, { status: "active" });
		const after = await users.get(ctx, id);
		ctx.audit({ target: { id, name: after.name }, before, after });
		ctx.revoke(ctx.account.id);
		return after;
	},
});

export function notPending() {
	return conflict("user_not_pending", "The user does not await approval.");
}
