import Type, { type Static } from "typebox";
import {
	type Access,
	type Context,
	Id,
	invalid,
	nullable,
	object,
	operation,
	Timestamp,
} from "../../kernel/index.ts";
import { Key, KeyAccess, KeyName, keyExample, narrowing } from "./key.ts";
import {
	assertWithinCredential,
	assertWithinRoles,
	readAccess,
	rolesOf,
} from "./key-access.ts";
import {
	readAddresses,
	readExpiry,
	readRequireAccount,
	readTenants,
} from "./key-narrowing.ts";
import { ownKey } from "./key-rights.ts";
import { type KeyRow, keys, storeKey, toKey } from "./key-store.ts";

const input = object({
	id: Id,
	name: Type.Optional(KeyName),
	description: Type.Optional(Type.String({ maxLength: 1000 })),
	enabled: Type.Optional(Type.Boolean()),
	access: Type.Optional(KeyAccess),
	expires_at: Type.Optional(nullable(Timestamp)),
	expires_in_days: Type.Optional(Type.Integer({ minimum: 1, maximum: 36_500 })),
	...narrowing,
});

export const updateKey = operation({
	id: "keys.update",
	module: "keys",
	access: "write",
	scope: "account",
	method: "PATCH",
	path: "/keys/{id}",
	summary: "Change a key's name, access, expiry or narrowing.",
	description:
		"Fields left out stay as they are. Only those to whom a key belongs change it; a super administrator may disable or delete it.",
	input,
	output: Key,
	audit: { target: "key" },
	example: {
		input: { id: keyExample.id, enabled: false },
		output: { ...keyExample, enabled: false, status: "disabled", version: 2 },
	},
	async handler(ctx, wanted) {
		const row = await ownKey(ctx, wanted.id);
		await storeKey(ctx.db, ctx.account.id, row.id, {
			name: wanted.name,
			description: wanted.description,
			enabled: wanted.enabled,
			access: await newAccess(ctx, row, wanted),
			expiresAt: readExpiry(ctx.now, wanted),
			allowedAddresses:
				wanted.allowed_addresses &&
				(await readAddresses(ctx, wanted.allowed_addresses)),
			tenants:
				wanted.tenants === undefined
					? undefined
					: await readTenants(ctx, wanted.tenants, row.user?.id ?? null),
			requireAccount:
				wanted.require_account === undefined
					? undefined
					: readRequireAccount(ctx, wanted.require_account),
		});
		return changed(ctx, row);
	},
});

async function newAccess(
	ctx: Context,
	row: KeyRow,
	{ access: wanted }: Static<typeof input>,
): Promise<Access | undefined> {
	if (wanted === undefined) return undefined;
	if (row.user === null)
		throw invalid(
			"access",
			"fixed",
			"access of this kind of key is fixed; make another key instead",
		);
	const access = readAccess(ctx, wanted);
	const userRoles = await rolesOf(ctx, row.user);
	assertWithinRoles(ctx, access, userRoles);
	assertWithinCredential(ctx, access, userRoles);
	return access;
}

/** The key after a change, with the row of the log and every cached answer about it void. */
export async function changed(ctx: Context, before: KeyRow): Promise<Key> {
	const after = toKey(await keys.get(ctx, before.id), ctx.now);
	ctx.audit({
		target: { id: before.id, name: after.name },
		before: toKey(before, ctx.now),
		after,
	});
	ctx.revoke(ctx.account.id);
	return after;
}
