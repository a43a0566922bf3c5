import { randomUUID } from "node:crypto";
import {
	announceRevocation,
	type Database,
	type Sql,
	sql,
	type Transaction,
} from "../db/index.ts";
import { insertEvent } from "../kernel/audit/events.ts";
import { systemCaller } from "../kernel/caller.ts";
import type { Epochs } from "../kernel/epoch.ts";
import { removeEndpoint } from "../modules/endpoints/index.ts";
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
					where account_id = any(${accountIds}::bigint[]) and status <> 'Off' and coalesce(last_seen_at, created_at) < ${before}
					limit ${rowsMax} for update skip locked)
				update endpoints set status = 'Off', last_sync_status = status
				where (account_id, id) in (select * from silent) returning 1`);
			return rows.length;
		}),
	);
}

interface SilentRow {
	account_id: string;
	id: string;
	name: string;
	hostname: string;
	ip: string | null;
	last_seen_at: Date | null;
}

/**
 * Removes ephemeral endpoints that are gone for good, each with its credential and with a row in the log. One that
 * routes for a network stays: removing it would take the route with it. Answers how many.
 */
export async function removeEphemeralEndpoints(
	database: Database,
	epochs: Epochs,
	now: Date,
): Promise<number> {
	return visitEveryAccount(database, async (accountIds) => {
		const removed = await database.transaction(accountIds, async (tx) => {
			const rows = await lockSilent(tx, accountIds, now);
			for (const row of rows) {
				await removeEndpoint(tx, row.account_id, row.id);
				await tx.query(removal(row, now));
			}
			const affected = [...new Set(rows.map((row) => row.account_id))];
			for (const id of affected) await tx.query(announceRevocation(id));
			return rows;
		});
		for (const { account_id } of removed) epochs.bump(account_id);
		return removed.length;
	});
}

async function lockSilent(
	tx: Transaction,
	accountIds: readonly string[],
	now: Date,
): Promise<SilentRow[]> {
	const before = new Date(now.getTime() - ephemeralKeptMs);
	return tx.query<SilentRow>(sql`
		select account_id, id, name, hostname, host(ip) as ip, last_seen_at from endpoints e
		where account_id = any(${accountIds}::bigint[]) and ephemeral and coalesce(last_seen_at, created_at) < ${before}
		and not exists (select from network_routers r where r.account_id = e.account_id and r.endpoint_id = e.id)
		limit ${rowsMax} for update of e skip locked`);
}

function removal(row: SilentRow, now: Date): Sql {
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
