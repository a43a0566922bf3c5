import { sql } from "../../db/index.ts";
import { randomText } from "../../kernel/credentials/format.ts";
import type { CarriedToken } from "../../kernel/open-call.ts";
import type { Resources } from "../../kernel/resources.ts";

/**
 * What must be remembered between two steps of a sign-in, before anybody is signed in: who has given the right
 * password, which challenge a passkey must answer. Whoever holds the token comes by it; of the token only a hash is
 * stored.
 */
export interface NewAttempt {
	/** What it is for; another step does not take it. */
	purpose: string;
	/** JSON, without secrets. */
	state: object;
	minutes: number;
}

/** Wrong answers after which an attempt is over and the sign-in starts again. */
export const TRIES_MAX = 5;

type AttemptResources = Pick<Resources, "database" | "pepper" | "clock">;

/** Starts an attempt and answers the token for the browser's cookie, or for a link. */
export async function openAttempt(
	{ database, pepper, clock }: AttemptResources,
	{ purpose, state, minutes }: NewAttempt,
): Promise<CarriedToken> {
	const token = `rva_${randomText(43)}`;
	const expiresAt = new Date(clock.nowMs() + minutes * 60_000);
	await database.transaction([], (tx) =>
		tx.query(sql`insert into sign_in_attempts (token_hash, purpose, state, expires_at)
			values (${pepper.hash(token)}, ${purpose}, ${JSON.stringify(state)}, ${expiresAt})`),
	);
	return { token, expiresAt };
}

/** The state of an attempt that goes on; undefined when it is over, or for something else. */
export async function readAttempt<T extends object>(
	resources: AttemptResources,
	token: string | undefined,
	purpose: string,
): Promise<T | undefined> {
	if (token === undefined) return undefined;
	const { database, clock } = resources;
	const [row] = await database.reader([]).query<{ state: T }>(sql`
		select state from sign_in_attempts where token_hash = any(${hashes(resources, token)}::bytea[])
		and purpose = ${purpose} and expires_at > ${clock.now()} and failures < ${TRIES_MAX}`);
	return row?.state;
}

/**
 * The same before an answer is judged: the try is counted first, so that many sent at once are no more than the few
 * that are allowed. Undefined when there are none left.
 */
export async function tryAttempt<T extends object>(
	resources: AttemptResources,
	token: string | undefined,
	purpose: string,
): Promise<T | undefined> {
	if (token === undefined) return undefined;
	const { database, clock } = resources;
	const [row] = await database.transaction([], (tx) =>
		tx.query<{ state: T }>(sql`
			update sign_in_attempts set failures = failures + 1 where token_hash = any(${hashes(resources, token)}::bytea[])
			and purpose = ${purpose} and expires_at > ${clock.now()} and failures < ${TRIES_MAX} returning state`),
	);
	return row?.state;
}

/** Adds to the state of an attempt that goes on, a challenge for one. Answers whether there is such an attempt. */
export async function noteInAttempt(
	resources: AttemptResources,
	token: string | undefined,
	purpose: string,
	part: object,
): Promise<boolean> {
	if (token === undefined) return false;
	const { database, clock } = resources;
	const rows = await database.transaction([], (tx) =>
		tx.query(sql`
			update sign_in_attempts set state = state || ${JSON.stringify(part)}::jsonb where token_hash = any(${hashes(resources, token)}::bytea[])
			and purpose = ${purpose} and expires_at > ${clock.now()} and failures < ${TRIES_MAX} returning 1 as one`),
	);
	return rows.length > 0;
}

/** Ends an attempt. Answers whether this call did: of two right answers at once one goes on. */
export async function endAttempt(
	resources: AttemptResources,
	token: string | undefined,
): Promise<boolean> {
	if (token === undefined) return false;
	const rows = await resources.database.transaction([], (tx) =>
		tx.query(sql`delete from sign_in_attempts
			where token_hash = any(${hashes(resources, token)}::bytea[]) returning 1 as one`),
	);
	return rows.length > 0;
}

/** Ends every attempt of a purpose, whoever holds its token. */
export async function endAttemptsFor(
	{ database }: Pick<Resources, "database">,
	purpose: string,
): Promise<void> {
	await database.transaction([], (tx) =>
		tx.query(sql`delete from sign_in_attempts where purpose = ${purpose}`),
	);
}

function hashes({ pepper }: AttemptResources, token: string): Buffer[] {
	return pepper.versions.map((version) => pepper.hash(token, version));
}
