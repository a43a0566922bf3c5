import { randomInt } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { invalid } from "../../kernel/index.ts";
import { inTurn } from "./hash-queue.ts";

/** OWASP's floor for argon2id, the library's default kind: 19 MiB, two passes, one lane. Slow on purpose; people's passwords only. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export function hashPassword(password: string): Promise<string> {
	return inTurn(() => hash(password, COST));
}

/** Whether a password is the one that was hashed; the cost is written in the hash itself. */
export function verifyPassword(
	hashed: string,
	password: string,
): Promise<boolean> {
	return inTurn(() => verify(hashed, password));
}

let dummy: Promise<string> | undefined;

/**
 * The same for somebody who may not exist or have a password: the answer takes as long as for somebody who has, so
 * that the time says nothing of who exists.
 */
export async function verifyPossiblePassword(
	hashed: string | null,
	password: string,
): Promise<boolean> {
	dummy ??= hashPassword(generatePassword());
	const matches = await verifyPassword(hashed ?? (await dummy), password);
	return hashed !== null && matches;
}

/** Eight characters or more with a digit, an upper-case letter and a special character; at most 72. @throws invalid */
export function assertPassword(password: string, field = "password"): void {
	if (password.length < 8 || password.length > 72)
		throw invalid(field, "length", `${field} must have 8 to 72 characters`);
	if (
		!/\d/.test(password) ||
		!/\p{Lu}/u.test(password) ||
		!/[^\p{L}\p{N}]/u.test(password)
	) {
		throw invalid(
			field,
			"password",
			`${field} must hold a digit, an upper-case letter and a special character`,
		);
	}
}

const LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/** A password that passes the rule above, without letters that look alike: 20 characters, more than 110 bits. */
export function generatePassword(): string {
	const body = Array.from(
		{ length: 17 },
		() => LETTERS[randomInt(LETTERS.length)],
	).join("");
	return `${body}-${randomInt(10)}${"ABCDEFGHJKLMNPQRSTUVWXYZ"[randomInt(24)]}`;
}
