import { type Handle, sql } from "../../db/index.ts";
import { type Context, forbidden } from "../../kernel/index.ts";
import { isPastSignInOnly } from "./session-access.ts";

/** How long a person counts as having just proved who they are, in milliseconds. */
export const CONFIRMED_MS = 15 * 60_000;

/**
 * Refuses what changes how one signs in unless the person has just proved who they are: whoever finds a screen left
 * open must not add a way in of their own. A session that waits for its first second factor is past its sign-in
 * already, and has nothing else to prove it with.
 * @throws forbidden (`confirm_required`)
 */
export async function requireConfirmed(ctx: Context): Promise<void> {
	const { credential, home } = ctx.caller;
	if (isPastSignInOnly(credential.access)) return;
	const [row] = await ctx.db.query<{ confirmed_at: Date }>(
		sql`select confirmed_at from sessions where account_id = ${home.id} and credential_id = ${credential.id}`,
	);
	const since = ctx.now.getTime() - CONFIRMED_MS;
	if (row && row.confirmed_at.getTime() > since) return;
	throw forbidden(
		"confirm_required",
		"Confirm first that it is you, with your password, a code or a passkey.",
	);
}

/** Notes that the person behind a session has just proved who they are. */
export async function markConfirmed(
	db: Handle,
	accountId: string,
	credentialId: string,
	at: Date,
): Promise<void> {
	await db.query(
		sql`update sessions set confirmed_at = ${at} where account_id = ${accountId} and credential_id = ${credentialId}`,
	);
}

/**
 * Notes that the person has shown a second factor in this session, or enrolled one: it is asked for none any more, and
 * opens everything if it waited for one.
 */
export async function noteFactorShown(ctx: Context): Promise<void> {
	const { credential, home } = ctx.caller;
	if (credential.kind !== "session") return;
	await ctx.db.query(
		sql`update sessions set factor_shown = true where account_id = ${home.id} and credential_id = ${credential.id}`,
	);
	if (credential.access.type === "all") return;
	await ctx.db.query(sql`update credentials set access = '{"type": "all"}', version = version + 1, updated_at = now()
		where account_id = ${home.id} and id = ${credential.id} and kind = 'session'`);
	ctx.revoke(home.id);
}
