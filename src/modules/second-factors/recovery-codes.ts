import { randomBytes } from "node:crypto";
import { type Handle, sql } from "../../db/index.ts";
import type { Pepper } from "../../kernel/credentials/pepper.ts";
import { forgetAppCodeTries } from "./app-code-tries.ts";
import type { Person } from "./factor.ts";

export const RECOVERY_CODES = 10;

/** Digits and letters that cannot be mistaken for each other (Crockford's base 32): five bits a character. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const CHARACTERS = 12;

/** One code of 60 bits in a form that is easily copied by hand: `7k2m-9qwx-4hdn`. */
function newCode(): string {
	const letters = Array.from(
		randomBytes(CHARACTERS),
		(byte) => ALPHABET[byte % ALPHABET.length],
	).join("");
	return letters.replaceAll(/.{4}(?=.)/g, "$&-");
}

/** What was typed, with case, spaces, dashes and the letters that Crockford reads as digits made alike. */
function normalized(code: string): string {
	return code
		.toLowerCase()
		.replaceAll(/[\s-]/g, "")
		.replaceAll("o", "0")
		.replaceAll(/[il]/g, "1");
}

function hashOf(
	pepper: Pepper,
	{ accountId, userId }: Person,
	code: string,
	version?: number,
): Buffer {
	const text = `recovery_code:${accountId}:${userId}:${normalized(code)}`;
	return pepper.hash(text, version);
}

/** Makes ten codes in place of all there were. They are in this answer and nowhere else. */
export async function renewRecoveryCodes(
	db: Handle,
	pepper: Pepper,
	person: Person,
): Promise<string[]> {
	const { accountId, userId } = person;
	const codes = Array.from({ length: RECOVERY_CODES }, newCode);
	const hashes = codes.map((code) => hashOf(pepper, person, code));
	await removeRecoveryCodes(db, person);
	await db.query(sql`insert into recovery_codes (account_id, user_id, code_hash, pepper_version)
		select ${accountId}::bigint, ${userId}::bigint, hash, ${pepper.version}::integer from unnest(${hashes}::bytea[]) as made (hash)`);
	return codes;
}

/** Takes a code, which is then used up: of two that come at once with the same, one is refused. */
export async function useRecoveryCode(
	db: Handle,
	pepper: Pepper,
	person: Person,
	code: string,
	now: Date,
): Promise<boolean> {
	const { accountId, userId } = person;
	const hashes = pepper.versions.map((version) =>
		hashOf(pepper, person, code, version),
	);
	const used = await db.query(sql`update recovery_codes set used_at = ${now}
		where account_id = ${accountId} and user_id = ${userId} and code_hash = any(${hashes}::bytea[]) and used_at is null returning 1 as one`);
	if (used.length > 0) await forgetAppCodeTries(db, person);
	return used.length > 0;
}

/** How many codes are still good. */
export async function recoveryCodesLeft(
	db: Handle,
	{ accountId, userId }: Person,
): Promise<number> {
	const [row] = await db.query<{
		left: number;
	}>(sql`select count(*)::integer as left from recovery_codes
		where account_id = ${accountId} and user_id = ${userId} and used_at is null`);
	return row?.left ?? 0;
}

async function removeRecoveryCodes(
	db: Handle,
	{ accountId, userId }: Person,
): Promise<void> {
	await db.query(
		sql`delete from recovery_codes where account_id = ${accountId} and user_id = ${userId}`,
	);
}
