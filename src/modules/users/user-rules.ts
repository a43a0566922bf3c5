import {
	type Context,
	conflict,
	forbidden,
	invalid,
	type RoleName,
	roles,
	standsAbove,
} from "../../kernel/index.ts";
import { hasOwner, type LockedUser } from "./user-store.ts";

/**
 * Nobody gives more than they have, and a credential that is narrowed to some tenants makes nobody who reaches all.
 * @throws forbidden (`role_above_own`, `key_tenants`)
 */
export function assertMayGive(ctx: Context, role: RoleName): void {
	assertNarrowedMayGive(ctx, role);
	if (!standsAbove(ctx, role)) return;
	throw forbidden(
		"role_above_own",
		`The role ${roles[role].title} stands above your own and is not yours to give.`,
		{ role },
	);
}

/** Owners and administrators of a provider are in the group that reaches its tenants. */
export function assertNarrowedMayGive(ctx: Context, role: RoleName): void {
	const { tenants } = ctx.caller.credential;
	if (ctx.account.kind !== "provider" || tenants === null) return;
	if (role !== "owner" && role !== "admin") return;
	throw forbidden(
		"key_tenants",
		"A credential that is narrowed to some tenants makes no administrators of the provider.",
		{ role },
	);
}

/** Nobody changes somebody who stands above them. @throws forbidden (`owner_protected`) */
export function assertMayTouch(
	ctx: Context,
	user: Pick<LockedUser, "id" | "role">,
): void {
	if (standsAbove(ctx, user.role)) throw ownerProtected(user);
}

/** The owner leaves that role only by handing it on. @throws forbidden (`owner_protected`) */
export function assertNotOwner(user: LockedUser): void {
	if (user.role === "owner") throw ownerProtected(user);
}

function ownerProtected(user: Pick<LockedUser, "id">) {
	return forbidden(
		"owner_protected",
		"The owner keeps role and access until the ownership is handed on.",
		{ id: user.id },
	);
}

export function isSelf(ctx: Context, id: string): boolean {
	return ctx.caller.user?.id === id;
}

/**
 * An account has one owner; a new user may be it only while there is none (a fresh tenant).
 * @throws conflict (`owner_exists`), invalid for a service user
 */
export async function assertMayStartAs(
	ctx: Context,
	role: RoleName,
	kind: "human" | "service",
): Promise<void> {
	if (role === "owner" && kind === "service")
		throw invalid(
			"role",
			"service_owner",
			"role may not be owner: a service user cannot own an account",
		);
	assertMayGive(ctx, role);
	if (role === "owner" && (await hasOwner(ctx.db, ctx.account.id)))
		throw conflict(
			"owner_exists",
			"The account has an owner; make the user first, then transfer the ownership.",
		);
}
