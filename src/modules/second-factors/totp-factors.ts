import { type Handle, sql } from "../../db/index.ts";
import type { Pepper } from "../../kernel/credentials/pepper.ts";
import { openSecret, sealSecret } from "../../kernel/credentials/secret-box.ts";
import type { Person } from "./factor.ts";
import { nextFactorId } from "./factor-store.ts";
import { newTotpSecret, timeStepOf } from "./totp.ts";

/** How long an app may be shown its secret before it is confirmed by a code. */
const CONFIRM_MINUTES = 30;

interface SealedRow {
	id: string;
	secret: Buffer;
	pepper_version: number;
}

/** Account and row are sealed in, so a secret that was copied into somebody else's row opens nothing. */
function purposeOf({ accountId, userId }: Person, id: string): string {
	return `totp:${accountId}:${userId}:${id}`;
}

function open(pepper: Pepper, person: Person, row: SealedRow): string {
	return openSecret(
		pepper,
		purposeOf(person, row.id),
		row.secret,
		row.pepper_version,
	);
}

/** Begins with an authenticator app: its secret is stored sealed and signs nobody in until a code confirms it. */
export async function beginTotp(
	db: Handle,
	pepper: Pepper,
	person: Person,
	now: Date,
): Promise<string> {
	const { accountId, userId } = person;
	const id = await nextFactorId(db);
	const secret = newTotpSecret();
	const { sealed, pepperVersion } = sealSecret(
		pepper,
		purposeOf(person, id),
		secret,
	);
	await db.query(sql`delete from second_factors
		where account_id = ${accountId} and user_id = ${userId} and kind = 'totp' and confirmed_at is null`);
	await db.query(sql`insert into second_factors (account_id, id, user_id, kind, name, secret, pepper_version, created_at)
		values (${accountId}, ${id}, ${userId}, 'totp', 'Authenticator app', ${sealed}, ${pepperVersion}, ${now})`);
	return secret;
}

/**
 * Confirms the app that was begun, by one of its codes; that code signs in nowhere after.
 * Answers the factor's id, "none" when nothing was begun, "wrong" when the code is not the app's.
 */
export async function confirmTotp(
	db: Handle,
	pepper: Pepper,
	person: Person,
	{ code, name, now }: { code: string; name: string; now: Date },
): Promise<{ id: string } | "none" | "wrong"> {
	const { accountId, userId } = person;
	const since = new Date(now.getTime() - CONFIRM_MINUTES * 60_000);
	const [row] =
		await db.query<SealedRow>(sql`select id, secret, pepper_version from second_factors
		where account_id = ${accountId} and user_id = ${userId} and kind = 'totp' and confirmed_at is null and created_at > ${since} for update`);
	if (!row) return "none";
	const step = timeStepOf(open(pepper, person, row), code, now);
	if (step === undefined) return "wrong";
	await db.query(sql`update second_factors set confirmed_at = ${now}, last_step = ${step}, name = ${name}
		where account_id = ${accountId} and id = ${row.id}`);
	return { id: row.id };
}

/**
 * Checks a code against the person's authenticator apps and takes it: each time step is good once, so of two that
 * come at once with the same code one is refused (RFC 6238 §5.2). Answers the factor it was, or nothing.
 * @throws a plain error, for the log, when a secret cannot be opened
 */
export async function verifyTotpCode(
	db: Handle,
	pepper: Pepper,
	person: Person,
	code: string,
	now: Date,
): Promise<{ id: string; name: string } | undefined> {
	const { accountId, userId } = person;
	const rows =
		await db.query<SealedRow>(sql`select id, secret, pepper_version from second_factors
		where account_id = ${accountId} and user_id = ${userId} and kind = 'totp' and confirmed_at is not null order by id`);
	for (const row of rows) {
		const secret = open(pepper, person, row);
		const step = timeStepOf(secret, code, now);
		if (step === undefined) continue;
		const [taken] = await db.query<{ id: string; name: string }>(sql`
			update second_factors set last_step = ${step}, last_used_at = ${now}
			where account_id = ${accountId} and id = ${row.id} and last_step < ${step} returning id, name`);
		if (!taken) continue;
		if (row.pepper_version !== pepper.version)
			await sealAnew(db, pepper, person, taken.id, secret);
		return taken;
	}
	return undefined;
}

/** With each use a secret moves to the newest pepper, so that in time an old one is needed no more. */
async function sealAnew(
	db: Handle,
	pepper: Pepper,
	person: Person,
	id: string,
	secret: string,
): Promise<void> {
	const purpose = purposeOf(person, id);
	const { sealed, pepperVersion } = sealSecret(pepper, purpose, secret);
	await db.query(sql`update second_factors set secret = ${sealed}, pepper_version = ${pepperVersion}
		where account_id = ${person.accountId} and id = ${id}`);
}
