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

/** Nobody gives more than they have. @throws forbidden (`role_above_own`) */
export function assertMayGive(ctx: Context, role: RoleName): void {
	if (!standsAbove(ctx, role)) return;
	throw forbidden(
		"role_above_own",
		`The role ${roles[role].title} stands above your own and is not yours to give.`,
		{ role },
	);
}

/** Nobody changes somebody who stands above them. @throws forbidden (`owner_protected`) */
export function assertMayTouch(ctx: Context, user: LockedUser): void {
	if (standsAbove(ctx, user.role)) throw ownerProtected(user);
}

/** The owner leaves that role only by handing it on. @throws forbidden (`owner_protected`) */
export function assertNotOwner(user: LockedUser): void {
	if (user.role === "owner") throw ownerProtected(user);
}

function ownerProtected(user: LockedUser) {
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

/** @throws invalid when the runtime knows no such zone */
export function assertTimezone(timezone: string | undefined): void {
	if (timezone === undefined) return;
	try {
		new Intl.DateTimeFormat("en", { timeZone: timezone });
	} catch {
		throw invalid(
			"timezone",
			"timezone",
			"timezone must be an IANA name such as Europe/Berlin",
		);
	}
}
