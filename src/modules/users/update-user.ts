import Type, { type Static } from "typebox";
import {
	type Context,
	forbidden,
	Id,
	invalid,
	object,
	operation,
	requireTimezone,
} from "../../kernel/index.ts";
import { endSessionsOf } from "../sessions/index.ts";
import { handOwnership } from "./transfer-ownership.ts";
import {
	GroupIds,
	personFields,
	Role,
	User,
	UserName,
	userExample,
} from "./user.ts";
import { followRole, setGroups } from "./user-groups.ts";
import {
	assertMayGive,
	assertMayTouch,
	assertNotOwner,
	isSelf,
} from "./user-rules.ts";
import { type LockedUser, storeUser, users } from "./user-store.ts";

const input = object({
	id: Id,
	name: Type.Optional(UserName),
	role: Type.Optional(Role),
	groups: Type.Optional(GroupIds),
	blocked: Type.Optional(
		Type.Boolean({ description: "A blocked user's credentials open nothing" }),
	),
	...personFields,
});
type Input = Static<typeof input>;

export const updateUser = operation({
	id: "users.update",
	module: "users",
	access: "write",
	scope: "account",
	method: "PATCH",
	path: "/users/{id}",
	summary:
		"Change a user's role, groups, name or time zone, or block the user.",
	description:
		"Fields left out stay as they are; a list of groups replaces the one before. Nobody changes their own role or blocks themselves. The role owner hands the ownership on: the owner before becomes an administrator.",
	input,
	output: User,
	audit: { target: "user" },
	example: {
		input: { id: userExample.id, role: "auditor" },
		output: { ...userExample, role: "auditor", version: 2 },
	},
	async handler(ctx, wanted) {
		const { id } = wanted;
		const row = await users.lockForChange(ctx, id);
		requireTimezone(wanted.timezone);
		const before = await users.get(ctx, id);
		assertAllowed(ctx, row, wanted);
		await change(ctx, row, wanted);
		const after = await users.get(ctx, id);
		ctx.audit({ target: { id, name: after.name }, before, after });
		ctx.revoke(ctx.account.id);
		return after;
	},
});

function assertAllowed(ctx: Context, row: LockedUser, wanted: Input): void {
	const newRole = wanted.role !== undefined && wanted.role !== row.role;
	const newBlock =
		wanted.blocked !== undefined && wanted.blocked !== row.blocked;
	if (isSelf(ctx, row.id) && newRole)
		throw forbidden("own_role", "Nobody changes their own role.");
	if (isSelf(ctx, row.id) && newBlock)
		throw forbidden("self_block", "Nobody blocks themselves.");
	assertMayTouch(ctx, row);
	if (newRole || newBlock) assertNotOwner(row);
	if (newRole && wanted.role === "owner" && wanted.blocked)
		throw invalid("blocked", "owner", "blocked may not be set on an owner");
	if (newRole && wanted.role && wanted.role !== "owner")
		assertMayGive(ctx, wanted.role);
}

async function change(
	ctx: Context,
	row: LockedUser,
	{ groups, ...fields }: Input,
): Promise<void> {
	const { role } = fields;
	if (role === "owner" && row.role !== "owner") await handOwnership(ctx, row);
	await storeUser(ctx.db, ctx.account.id, row.id, fields);
	// Unblocked, they sign in anew: whoever sits at an open page must not be let in again by itself.
	if (fields.blocked && !row.blocked)
		await endSessionsOf(ctx.db, ctx.account.id, row.id);
	if (groups) await setGroups(ctx, row.id, groups);
	if (role && role !== row.role)
		await followRole(ctx.db, ctx.account.id, { ...row, role });
}
