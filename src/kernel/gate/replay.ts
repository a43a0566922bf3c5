import {
	type Handle,
	type Sql,
	sql,
	type Transaction,
} from "../../db/index.ts";
import type { Pepper } from "../credentials/pepper.ts";
import { ReeveError } from "../errors.ts";
import type { Visit } from "./pipeline.ts";

/** One use of an Idempotency-Key: whose, on what, and a digest of the input that came with it. */
export interface IdempotentCall {
	accountId: string;
	credentialId: string;
	key: string;
	operation: string;
	requestHash: Buffer;
}

/** The use of an Idempotency-Key that a call makes; none without a key. */
export function idempotentCall(
	{ place, caller, resources }: Visit,
	operation: string,
	input: unknown,
	key: string | undefined,
): IdempotentCall | undefined {
	if (key === undefined) return undefined;
	return {
		accountId: place.account.id,
		credentialId: caller.credential.id,
		key,
		operation,
		requestHash: requestHash(resources.pepper, operation, input),
	};
}

/** Under the pepper: the input may hold a password, which a plain digest would let be guessed. */
function requestHash(
	pepper: Pepper,
	operation: string,
	input: unknown,
): Buffer {
	return pepper.hash(`${operation}\n${JSON.stringify(input, sortedKeys)}`);
}

/** Objects are written with their keys in order, so that the same input has one digest however it was spelled. */
function sortedKeys(_name: string, value: unknown): unknown {
	if (value === null || typeof value !== "object" || Array.isArray(value))
		return value;
	return Object.fromEntries(
		Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)),
	);
}

/**
 * Claims a key inside the transaction of the write. A second caller with the same key waits here until the first has
 * committed, then gets what was answered. Answers the stored answer, or undefined when this call is the first.
 * @throws idempotency_mismatch when the key came with another operation or input
 */
export async function claimKey(
	tx: Transaction,
	call: IdempotentCall,
): Promise<{ response: unknown } | undefined> {
	const claimed =
		await tx.query(sql`insert into idempotency_keys (account_id, credential_id, key, operation, request_hash)
		values (${call.accountId}, ${call.credentialId}, ${call.key}, ${call.operation}, ${call.requestHash}) on conflict do nothing returning 1 as one`);
	if (claimed.length > 0) return undefined;
	const [stored] = await tx.query<{
		operation: string;
		request_hash: Buffer;
		response: string;
	}>(sql`
		select operation, request_hash, response from idempotency_keys
		where account_id = ${call.accountId} and credential_id = ${call.credentialId} and key = ${call.key}`);
	if (
		!stored ||
		stored.operation !== call.operation ||
		!stored.request_hash.equals(call.requestHash)
	) {
		throw new ReeveError(
			"idempotency_mismatch",
			"This Idempotency-Key was used with another request.",
			{ reason: "idempotency_key" },
		);
	}
	return { response: JSON.parse(stored.response) };
}

/** Whether a key was used before, with whatever input: what it stood for is done. */
export async function isClaimed(
	db: Handle,
	call: IdempotentCall,
): Promise<boolean> {
	const rows = await db.query(sql`select 1 as one from idempotency_keys
		where account_id = ${call.accountId} and credential_id = ${call.credentialId} and key = ${call.key}`);
	return rows.length > 0;
}

/** Keeps the answer with the key; it becomes visible with the write itself. */
export function storeAnswer(call: IdempotentCall, response: unknown): Sql {
	return sql`update idempotency_keys set response = ${JSON.stringify(response ?? null)}
		where account_id = ${call.accountId} and credential_id = ${call.credentialId} and key = ${call.key}`;
}
