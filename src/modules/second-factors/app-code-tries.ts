import { type Database, type Handle, sql } from "../../db/index.ts";
import type { Pepper } from "../../kernel/credentials/pepper.ts";
import { forbidden, type ReeveError } from "../../kernel/index.ts";
import type { Person } from "./factor.ts";
import { TOTP_CODE_PATTERN } from "./totp.ts";
import { verifyTotpCode } from "./totp-factors.ts";

/**
 * Wrong codes in a row after which a person's apps are asked no more. Three of a million codes are right at a time: who
 * knows the password and guesses on, so many a day, needs some forty-five years for one.
 */
export const APP_CODE_TRIES_MAX = 20;
const CLOSED_MS = 24 * 60 * 60_000;
const IS_APP_CODE = new RegExp(TOTP_CODE_PATTERN);

/**
 * Judges a code of an authenticator app, and takes it. In a transaction of its own, so that a wrong one is counted
 * whatever becomes of the call, and before anything else, so that many at once are no more than one by one.
 * Answers the app it came from; "closed" where there were too many wrong ones before, or with this one.
 * @throws a plain error, for the log, when a secret cannot be opened
 */
export function tryAppCode(
	{ database, pepper }: { database: Database; pepper: Pepper },
	person: Person,
	code: string,
	now: Date,
): Promise<{ id: string; name: string } | "wrong" | "closed"> {
	return database.transaction([person.accountId], async (tx) => {
		if (!IS_APP_CODE.test(code)) return "wrong";
		const tries = await countTry(tx, person, now);
		if (tries > APP_CODE_TRIES_MAX) return "closed";
		const app = await verifyTotpCode(tx, pepper, person, code, now);
		if (!app) return tries < APP_CODE_TRIES_MAX ? "wrong" : "closed";
		await forgetAppCodeTries(tx, person);
		return app;
	});
}

/** The tries in a row with this one. Those that come while codes are closed keep them closed no longer. */
async function countTry(
	db: Handle,
	{ accountId, userId }: Person,
	now: Date,
): Promise<number> {
	const since = new Date(now.getTime() - CLOSED_MS);
	const [row] = await db.query<{ tries: number }>(sql`
		insert into app_code_tries as t (account_id, user_id, tries, last_at) values (${accountId}, ${userId}, 1, ${now})
		on conflict (account_id, user_id) do update set
			tries = case when t.last_at <= ${since} then 1 else least(t.tries, ${APP_CODE_TRIES_MAX}::integer) + 1 end,
			last_at = case when t.last_at > ${since} and t.tries >= ${APP_CODE_TRIES_MAX} then t.last_at else ${now} end
		returning tries`);
	return row?.tries ?? 0;
}

/** Begins the count anew: the person has shown that it is them, or is let in by somebody who has made sure. */
export async function forgetAppCodeTries(
	db: Handle,
	{ accountId, userId }: Person,
): Promise<void> {
	await db.query(
		sql`delete from app_code_tries where account_id = ${accountId} and user_id = ${userId}`,
	);
}

export function appCodesClosed(): ReeveError {
	return forbidden(
		"app_codes_closed",
		`${APP_CODE_TRIES_MAX} wrong codes in a row: codes of your authenticator app are not accepted for a day. Use a passkey or a recovery code, or ask your administrator.`,
	);
}
