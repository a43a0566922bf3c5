import { sql } from "../../db/index.ts";
import type { Context } from "../../kernel/index.ts";
import { PASSKEY_TIMEOUT_MS } from "../second-factors/index.ts";

/** Keeps what a passkey must sign: with the session that asked, which is gone with it. */
export async function keepChallenge(
	ctx: Context,
	challenge: string,
): Promise<void> {
	const { credential, home } = ctx.caller;
	const until = new Date(ctx.now.getTime() + PASSKEY_TIMEOUT_MS);
	await ctx.db.query(sql`update sessions set passkey_challenge = ${challenge}, passkey_challenge_until = ${until}
		where account_id = ${home.id} and credential_id = ${credential.id}`);
}

/** Takes it back, once; nothing when there is none or its time is over. */
export async function takeChallenge(ctx: Context): Promise<string | undefined> {
	const { credential, home } = ctx.caller;
	const [kept] = await ctx.db.query<{
		challenge: string | null;
	}>(sql`select case when passkey_challenge_until > ${ctx.now} then passkey_challenge end as challenge
		from sessions where account_id = ${home.id} and credential_id = ${credential.id} for update`);
	await ctx.db.query(sql`update sessions set passkey_challenge = null, passkey_challenge_until = null
		where account_id = ${home.id} and credential_id = ${credential.id}`);
	return kept?.challenge ?? undefined;
}
