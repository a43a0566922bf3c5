import {
	type Context,
	conflict,
	forbidden,
	Id,
	object,
	operation,
} from "../../kernel/index.ts";
import { User, userExample } from "./user.ts";
import { followRole } from "./user-groups.ts";
import { assertNarrowedMayGive } from "./user-rules.ts";
import {
	demoteOwners,
	type LockedUser,
	storeUser,
	users,
} from "./user-store.ts";

export const transferOwnership = operation({
	id: "users.transfer_ownership",
	module: "users",
	access: "write",
	scope: "account",
	method: "POST",
	path: "/users/{id}/transfer-ownership",
	summary: "Make a user the owner; the owner before becomes an administrator.",
	input: object({ id: Id }),
	output: User,
	audit: { target: "user" },
	example: {
		input: { id: userExample.id },
		output: { ...userExample, role: "owner", version: 2 },
	},
	async handler(ctx, { id }) {
		const row = await users.lockForChange(ctx, id);
		const before = await users.get(ctx, id);
		await handOwnership(ctx, row);
		const after = await users.get(ctx, id);
		ctx.audit({ target: { id, name: after.name }, before, after });
		return after;
	},
});

/**
 * Makes a locked user the one owner of the account, and notes each former owner's change in the log.
 * @throws forbidden (`owner_only`), conflict (`cannot_own`)
 */
export async function handOwnership(
	ctx: Context,
	user: LockedUser,
): Promise<void> {
	if (ctx.role !== "owner")
		throw forbidden("owner_only", "Only the owner can hand on the ownership.");
	if (user.role === "owner") return;
	assertNarrowedMayGive(ctx, "owner");
	if (user.kind === "service" || user.status !== "active" || user.blocked)
		throw conflict(
			"cannot_own",
			"Only an active person who is not blocked can own an account.",
		);
	for (const { id, name } of await demoteOwners(ctx.db, ctx.account.id)) {
		await followRole(ctx.db, ctx.account.id, {
			id,
			kind: "human",
			role: "admin",
		});
		ctx.audit({
			operation: transferOwnership.id,
			target: { id, name },
			before: { role: "owner" },
			after: { role: "admin" },
		});
	}
	await storeUser(ctx.db, ctx.account.id, user.id, { role: "owner" });
	await followRole(ctx.db, ctx.account.id, { ...user, role: "owner" });
	ctx.revoke(ctx.account.id);
}
