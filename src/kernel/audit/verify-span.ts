import { type Handle, raw, sql } from "../../db/index.ts";
import { ChainCheck } from "./chain-check.ts";
import type { ChainFault, ChainReport } from "./chain-report.ts";
import type { Checkpoint } from "./checkpoint.ts";

import { hashAt } from "./export-span.ts";
import { sealedLines } from "./sealed-lines.ts";
import {
	eventColumns,
	type StoredEvent,
	toStoredEvent,
	utcText,
} from "./stored-event.ts";
import { type VerifyingKey, verifyingKey } from "./verifying-key.ts";

export interface VerifySpanOptions {
	/** The first place to check; 1 is the beginning. */
	from: number;
	/** Places to check at most. */
	eventsMax: number;
	/** When this is asked. */
	at: Date;
	/** The key of this server, trusted besides those that the database knows. */
	ownKey: VerifyingKey;
}

export interface SpanReport {
	/** The last place that was checked; the one before `from` where nothing was. */
	to: number;
	/** Where the chain ends. */
	chainEnd: number;
	/** Whether the end was reached. */
	complete: boolean;
	report: ChainReport;
	/** The last genuine signature over what was checked. */
	checkpoint: Checkpoint | undefined;
}

/**
 * Checks a part of an account's chain in the database itself: the hashes, that no place is missing, the signatures, and
 * that no event of that time is in no chain. Whoever goes on from `to` + 1 until it is complete has checked all of it.
 */
export async function verifySpan(
	handle: Handle,
	accountId: string,
	{ from, eventsMax, at, ownKey }: VerifySpanOptions,
): Promise<SpanReport> {
	const end = await readEnd(handle, accountId);
	const to = Math.min(from + eventsMax - 1, end.chainEnd);
	const complete = to >= end.chainEnd;
	const checkpoints = await readCheckpoints(
		handle,
		accountId,
		from,
		complete ? Number.MAX_SAFE_INTEGER : to,
	);
	const check = new ChainCheck({
		keys: [...(await readKeys(handle, checkpoints)), ownKey],
		checkpoints,
		accountId,
		previous: {
			sequence: from - 1,
			hash: await hashAt(handle, accountId, from - 1),
		},
		readAt: at,
	});
	const times = new Times();
	for await (const line of sealedLines(handle, accountId, from, to)) {
		check.sealed(line, line.event ?? undefined);
		if (line.event) times.note(line.event.at);
	}
	const until = complete ? "infinity" : times.last;
	for (const event of await readOutside(handle, accountId, from, until))
		check.unsealed(event);
	const report = check.finish();
	if (complete) holdAgainstHead(report, end);
	const checkpoint = checkpoints.findLast(
		({ sequence }) => sequence === report.signedUpTo,
	);
	const checked = Math.max(to, from - 1);
	return { to: checked, chainEnd: end.chainEnd, complete, report, checkpoint };
}

/** Events need not lie in the order of their times. */
class Times {
	last = "-infinity";

	note(at: string): void {
		if (this.last === "-infinity" || at > this.last) this.last = at;
	}
}

interface End {
	chainEnd: number;
	/** What the head of the chain says of its length and last hash. */
	head: { sequence: number; hash: string } | null;
	/** The hash at the chain's last place. */
	hash: string | null;
}

async function readEnd(handle: Handle, accountId: string): Promise<End> {
	const [row] = await handle.query<{
		chain_end: string | null;
		hash: string | null;
		head: End["head"];
	}>(sql`
		select s.sequence as chain_end, encode(s.hash, 'hex') as hash,
			(select json_build_object('sequence', h.sequence, 'hash', encode(h.hash, 'hex')) from audit_heads h where h.account_id = a.id) as head
		from (select ${accountId}::bigint as id) a
		left join lateral (select sequence, hash from audit_seals s where s.account_id = a.id order by sequence desc limit 1) s on true`);
	return {
		chainEnd: Number(row?.chain_end ?? 0),
		hash: row?.hash ?? null,
		head: row?.head ?? null,
	};
}

/** The head is written with each seal: one that says otherwise tells that the end was cut off. */
function holdAgainstHead(report: ChainReport, end: End): void {
	const { head, chainEnd, hash } = end;
	if (!head || (head.sequence === chainEnd && head.hash === hash)) return;
	const fault: ChainFault = {
		rule: "cut",
		sequence: head.sequence,
		event_id: null,
		message: `the head of the chain tells of ${head.sequence} places, but the chain ends at ${chainEnd}`,
	};
	report.sound = false;
	report.faults.push(fault);
}

async function readCheckpoints(
	handle: Handle,
	accountId: string,
	from: number,
	to: number,
): Promise<Checkpoint[]> {
	const rows = await handle.query<
		Omit<Checkpoint, "sequence"> & { sequence: string }
	>(sql`
		select account_id, sequence, encode(hash, 'hex') as hash, ${raw(utcText("at"))} as at, key_id,
			translate(encode(signature, 'base64'), e'\n', '') as signature
		from audit_checkpoints c where account_id = ${accountId} and sequence >= ${from} and sequence <= ${to} order by c.sequence`);
	return rows.map((row) => ({ ...row, sequence: Number(row.sequence) }));
}

async function readKeys(
	handle: Handle,
	checkpoints: readonly Checkpoint[],
): Promise<VerifyingKey[]> {
	const ids = [...new Set(checkpoints.map(({ key_id }) => key_id))];
	const rows = await handle.query<{ public_key: string }>(
		sql`select encode(public_key, 'base64') as public_key from audit_keys where key_id = any(${ids}::text[])`,
	);
	return rows.map(({ public_key }) =>
		verifyingKey(Buffer.from(public_key, "base64")),
	);
}

const OUTSIDE_MAX = 1000;

/** Events of the time that the span is about that have no place in the chain: too young for one, or put there by hand. */
async function readOutside(
	handle: Handle,
	accountId: string,
	from: number,
	until: string,
): Promise<StoredEvent[]> {
	const rows = await handle.query<StoredEvent>(sql`
		select ${eventColumns} from audit_events e
		where e.account_id = ${accountId} and e.at <= ${until}::timestamptz and e.at >= coalesce(
			(select b.at from audit_seals s join audit_events b on b.account_id = s.account_id and b.id = s.event_id
				where s.account_id = ${accountId} and s.sequence = ${from - 1}), '-infinity')
		and (select s.sequence from audit_seals s where s.account_id = e.account_id and s.event_id = e.id) is null
		order by e.at, e.id limit ${OUTSIDE_MAX}`);
	return rows.map(toStoredEvent);
}
