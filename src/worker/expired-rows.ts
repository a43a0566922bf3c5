import { type Database, type Sql, sql } from "../db/index.ts";
import { rowsMax, visitEveryAccount } from "./every-account.ts";

const HOUR_MS = 3_600_000;
/** How long the answer to an Idempotency-Key may be asked for again. */
export const idempotencyKeptMs = 24 * HOUR_MS;
/** How long the hourly figures of credentials are kept. */
export const usageKeptMs = 90 * 24 * HOUR_MS;
/** How long a session is remembered past its end. */
export const endedSessionsKeptMs = 24 * HOUR_MS;

/** Deletes idempotency keys that are too old to be replayed. Answers how many. */
export async function deleteOldIdempotencyKeys(
	database: Database,
	nowMs: number,
): Promise<number> {
	const before = new Date(nowMs - idempotencyKeptMs);
	return deleteEverywhere(
		database,
		() => sql`with old as materialized (
				select account_id, credential_id, key from idempotency_keys where created_at < ${before} limit ${rowsMax} for update skip locked)
			delete from idempotency_keys where (account_id, credential_id, key) in (select * from old) returning 1`,
	);
}

/** Deletes usage figures that are past their time. Answers how many. */
export async function deleteOldUsage(
	database: Database,
	nowMs: number,
): Promise<number> {
	const before = new Date(nowMs - usageKeptMs);
	return deleteEverywhere(
		database,
		(accountIds) => sql`with old as materialized (
				select account_id, credential_id, operation, hour from credential_usage
				where account_id = any(${accountIds}::bigint[]) and hour < ${before} limit ${rowsMax} for update skip locked)
			delete from credential_usage where (account_id, credential_id, operation, hour) in (select * from old) returning 1`,
	);
}

/** Deletes what is known of addresses that is past the same time. Answers how many days and addresses. */
export async function deleteOldAddresses(
	database: Database,
	nowMs: number,
): Promise<number> {
	const before = new Date(nowMs - usageKeptMs).toISOString().slice(0, 10);
	return deleteEverywhere(
		database,
		(accountIds) => sql`with old as materialized (
				select account_id, credential_id, day, address from credential_addresses
				where account_id = any(${accountIds}::bigint[]) and day < ${before}::date limit ${rowsMax} for update skip locked)
			delete from credential_addresses where (account_id, credential_id, day, address) in (select * from old) returning 1`,
	);
}

/**
 * Deletes sessions that ended of themselves a while ago. Until then whoever still carries one is told that it has
 * ended, which is kinder than that it never was. Answers how many.
 */
export async function deleteEndedSessions(
	database: Database,
	nowMs: number,
): Promise<number> {
	const before = new Date(nowMs - endedSessionsKeptMs);
	return deleteEverywhere(
		database,
		(accountIds) => sql`with old as materialized (
				select c.account_id, c.id from credentials c
				where c.account_id = any(${accountIds}::bigint[]) and c.kind = 'session' and (c.expires_at < ${before} or exists (
					select from credential_secrets s where s.account_id = c.account_id and s.credential_id = c.id and s.valid_until < ${before}))
				limit ${rowsMax} for update of c skip locked)
			delete from credentials where (account_id, id) in (select * from old) returning 1`,
	);
}

/** Deletes sign-ins that were begun and never finished. Answers how many. */
export async function deleteOldAttempts(
	database: Database,
	nowMs: number,
): Promise<number> {
	const rows = await database.transaction([], (tx) =>
		tx.query(
			sql`delete from sign_in_attempts where expires_at < ${new Date(nowMs)} returning 1`,
		),
	);
	return rows.length;
}

async function deleteEverywhere(
	database: Database,
	statement: (accountIds: readonly string[]) => Sql,
): Promise<number> {
	return visitEveryAccount(database, (accountIds) =>
		database.transaction(accountIds, async (tx) => {
			const rows = await tx.query(statement(accountIds));
			return rows.length;
		}),
	);
}
