import { join, type Sql, sql } from "../../db/index.ts";
import {
	type Caller,
	type Context,
	checkVersion,
	forbidden,
	isAdministratorHere,
	isSuperAdministrator,
	notFound,
} from "../../kernel/index.ts";
import { type KeyRow, keys } from "./key-store.ts";

/**
 * Which keys a caller sees. A super administrator sees all; an administrator of the account sees their own, those of
 * service users and those that belong to no user; everybody else their own. Machines' credentials and sessions are
 * never listed.
 */
export function visibleKeys(ctx: Context): Sql {
	const listed = sql`t.kind not in ('endpoint', 'session')`;
	if (isSuperAdministrator(ctx.caller)) return listed;
	const allowed: Sql[] = [];
	const { user } = ctx.caller;
	if (user) allowed.push(sql`t.user_id = ${user.id}`);
	if (ctx.accountIds.length === 1 && isAdministratorHere(ctx))
		allowed.push(sql`t.user_id is null`, sql`u.kind = 'service'`);
	return allowed.length === 0
		? sql`false`
		: sql`${listed} and (${join(allowed, " or ")})`;
}

/** One key, if the caller may see it. @throws not_found */
export async function visibleKey(ctx: Context, id: string): Promise<KeyRow> {
	const its = sql`t.id = ${id} and ${visibleKeys(ctx)}`;
	const [row] = await keys.select(ctx, its);
	if (!row) throw notFound("key", id);
	return row;
}

/** What a caller is to a key: it is their own, they keep it for the account, or it is somebody else's. */
type Relation = "own" | "kept" | "others";

function relation(ctx: Context, row: KeyRow): Relation {
	const { user } = ctx.caller;
	if (row.user && row.user.id === user?.id) return "own";
	const kept = row.user === null || row.user.kind === "service";
	return kept && isAdministratorHere(ctx) ? "kept" : "others";
}

/**
 * Looks up and locks a key for a change that only those make to whom it belongs: the user it acts for, or an
 * administrator where it acts for a service user or the account.
 * @throws not_found, forbidden (`not_key_owner`), precondition_failed
 */
export async function ownKey(ctx: Context, id: string): Promise<KeyRow> {
	const row = await lockedKey(ctx, id);
	if (relation(ctx, row) === "others")
		throw forbidden(
			"not_key_owner",
			"The key belongs to somebody else: it can be disabled or deleted, not changed, enabled or regenerated.",
			{ id },
		);
	return row;
}

/**
 * The same for what a super administrator may do with anybody's key: disable and delete.
 * @throws not_found, forbidden (`administrator_only`), precondition_failed
 */
export async function anyKey(ctx: Context, id: string): Promise<KeyRow> {
	const row = await lockedKey(ctx, id);
	if (relation(ctx, row) === "others" && !isAdministratorHere(ctx))
		throw administratorOnly();
	return row;
}

async function lockedKey(ctx: Context, id: string): Promise<KeyRow> {
	assertKeysOpen(ctx);
	await keys.lock(ctx, id);
	const row = await visibleKey(ctx, id);
	checkVersion(ctx, row);
	return row;
}

/**
 * An organization's key makes and changes keys of its tenants, never of its own account: whoever steals one cannot
 * make another that outlives it. @throws forbidden (`organization_key_at_home`)
 */
export function assertKeysOpen(ctx: Context): void {
	if (!ownsNobody(ctx.caller) || ctx.account.id !== ctx.caller.home.id) return;
	throw forbidden(
		"organization_key_at_home",
		"A key without a user manages the keys of tenants, not those of its own account.",
	);
}

function ownsNobody(caller: Caller): boolean {
	return caller.user === null;
}

export function administratorOnly() {
	return forbidden(
		"administrator_only",
		"Only an administrator of the account may do this.",
	);
}
