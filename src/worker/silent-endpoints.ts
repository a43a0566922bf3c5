import { randomUUID } from "node:crypto";
import {
	announceRevocation,
	type Database,
	sql,
	type Transaction,
} from "../db/index.ts";
import { insertEvent } from "../kernel/audit/events.ts";
import { systemCaller } from "../kernel/caller.ts";
import type { Epochs } from "../kernel/epoch.ts";
import { rowsMax, visitEveryAccount } from "./every-account.ts";

const MINUTE_MS = 60_000;
/**
 * An endpoint that has not been heard of for this long is `Off`. The round that says so comes every half minute, so a
 * machine that fell silent is shown as off three and a half minutes later at the latest.
 */
export const offAfterMs = 3 * MINUTE_MS;
/** An ephemeral endpoint that has not been heard of for this long is removed. */
export const ephemeralKeptMs = 10 * MINUTE_MS;

/** Sets the status of silent endpoints to `Off`, keeping what it was. Answers how many. */
export async function turnOffSilentEndpoints(
	database: Database,
	nowMs: number,
): Promise<number> {
	const before = new Date(nowMs - offAfterMs);
	return visitEveryAccount(database, (accountIds) =>
		database.transaction(accountIds, async (tx) => {
			const rows = await tx.query(sql`
				with silent as materialized (
					select account_id, id from endpoints
					where status <> 'Off' and coalesce(last_seen_at, created_at) < ${before}
					limit ${rowsMax} for update skip locked)
				update endpoints set status = 'Off', last_sync_status = status
				where (account_id, id) in (select * from silent) returning 1`);
			return rows.length;
		}),
	);
}

interface RemovedRow {
	account_id: string;
	id: string;
	name: string;
	hostname: string;
	ip: string | null;
	last_seen_at: Date | null;
}

/**
 * Removes ephemeral endpoints that are gone for good, each with its row in the log and with the credential it used.
 * One that routes for a network stays: removing it would take the route with it. Answers how many.
 */
export async function removeEphemeralEndpoints(
	database: Database,
	epochs: Epochs,
	now: Date,
): Promise<number> {
	return visitEveryAccount(database, async (accountIds) => {
		const removed = await database.transaction(accountIds, async (tx) => {
			const rows = await deleteSilent(tx, now);
			await Promise.all(rows.map((row) => tx.query(removal(row, now))));
			await withdrawCredentials(tx, rows);
			return rows;
		});
		for (const { account_id } of removed) epochs.bump(account_id);
		return removed.length;
	});
}

async function deleteSilent(tx: Transaction, now: Date): Promise<RemovedRow[]> {
	const before = new Date(now.getTime() - ephemeralKeptMs);
	return tx.query<RemovedRow>(sql`
		with gone as materialized (
			select account_id, id from endpoints e
			where ephemeral and coalesce(last_seen_at, created_at) < ${before}
			and not exists (select from network_routers r where r.account_id = e.account_id and r.endpoint_id = e.id)
			limit ${rowsMax} for update of e skip locked)
		delete from endpoints where (account_id, id) in (select * from gone)
		returning account_id, id, name, hostname, host(ip) as ip, last_seen_at`);
}

/** A machine that is gone must not come back by its old credential, nor be an identity of a filter. */
async function withdrawCredentials(
	tx: Transaction,
	rows: readonly RemovedRow[],
): Promise<void> {
	if (rows.length === 0) return;
	const accounts = rows.map((row) => row.account_id);
	const ids = rows.map((row) => row.id);
	await Promise.all([
		tx.query(sql`
			delete from credentials c using unnest(${accounts}::bigint[], ${ids}::bigint[]) as gone(account_id, id)
			where c.account_id = gone.account_id and c.subject_id = gone.id and c.kind = 'endpoint'`),
		tx.query(sql`
			delete from dns_policy_identities i using unnest(${accounts}::bigint[], ${ids}::bigint[]) as gone(account_id, id)
			where i.account_id = gone.account_id and i.origin_id = gone.id`),
		...[...new Set(accounts)].map((id) => tx.query(announceRevocation(id))),
	]);
}

function removal(row: RemovedRow, now: Date) {
	const { account_id, id, name, hostname, ip, last_seen_at } = row;
	return insertEvent({
		accountId: account_id,
		caller: systemCaller(account_id),
		surface: "system",
		operation: "endpoints.delete",
		outcome: "done",
		target: { type: "endpoint", id, name },
		before: { id, name, hostname, ip, last_seen_at },
		after: undefined,
		reason: "ephemeral and not seen for ten minutes",
		address: "",
		userAgent: "",
		requestId: randomUUID(),
		at: now,
	});
}
