import { type Handle, raw, sql } from "../../db/index.ts";
import { canonicalJson } from "./canonical.ts";
import type { CheckpointLine, ExportLine, SealedLine } from "./export-lines.ts";
import { exportForm } from "./export-lines.ts";
import { type ExportSpan, findSpan } from "./export-span.ts";
import {
	eventColumns,
	type StoredEvent,
	toStoredEvent,
	utcText,
} from "./stored-event.ts";

export interface ExportBounds {
	/** First moment exported; the beginning of the log unless given. */
	from?: Date | undefined;
	/** First moment no longer exported; the end of the log unless given. */
	to?: Date | undefined;
	/** When the export is made. */
	at: Date;
}

const PAGE = 500;

/**
 * An account's audit log as JSON lines that verify without the server: every event of the span with its place in the
 * chain, the signatures over it, and the public keys. The places are contiguous, from the first event of the span to
 * the first signature past the last one, so some events around the span are in it.
 */
export async function* exportAudit(
	handle: Handle,
	accountId: string,
	bounds: ExportBounds,
): AsyncGenerator<string> {
	for await (const line of lines(handle, accountId, bounds))
		yield `${canonicalJson(line)}\n`;
}

async function* lines(
	handle: Handle,
	accountId: string,
	bounds: ExportBounds,
): AsyncGenerator<ExportLine> {
	// Signatures are read before the end of the chain is: the chain always reaches past each of them.
	const all = await readCheckpoints(handle, accountId);
	const span = await findSpan(handle, accountId, bounds);
	const checkpoints = all.filter(
		({ sequence }) =>
			sequence >= span.first && (span.last === null || sequence <= span.last),
	);
	const end = span.last ?? span.chainEnd;
	yield await header(handle, accountId, bounds, span, checkpoints);
	yield* checkpoints;
	let sealed = 0;
	for await (const line of sealedLines(handle, accountId, span.first, end)) {
		sealed++;
		yield line;
	}
	let unsealed = 0;
	for (const event of await readUnsealed(handle, accountId, bounds, end)) {
		unsealed++;
		yield { kind: "unsealed", event };
	}
	yield { kind: "end", sealed, unsealed };
}

async function header(
	handle: Handle,
	accountId: string,
	{ from, to, at }: ExportBounds,
	span: ExportSpan,
	checkpoints: readonly CheckpointLine[],
): Promise<ExportLine> {
	const keyIds = [...new Set(checkpoints.map(({ key_id }) => key_id))];
	const keys = await handle.query<{ key_id: string; public_key: string }>(
		sql`select key_id, encode(public_key, 'base64') as public_key from audit_keys where key_id = any(${keyIds}::text[]) order by key_id`,
	);
	return {
		kind: "header",
		form: exportForm,
		account_id: accountId,
		exported_at: at.toISOString(),
		from: from?.toISOString() ?? null,
		to: to?.toISOString() ?? null,
		previous: span.previous,
		keys,
	};
}

async function readCheckpoints(
	handle: Handle,
	accountId: string,
): Promise<CheckpointLine[]> {
	const rows = await handle.query<
		Omit<CheckpointLine, "sequence" | "kind"> & { sequence: string }
	>(sql`
		select account_id, sequence, encode(hash, 'hex') as hash, ${raw(utcText("at"))} as at, key_id,
			translate(encode(signature, 'base64'), e'\n', '') as signature
		from audit_checkpoints where account_id = ${accountId} order by audit_checkpoints.sequence`);
	return rows.map((row) => ({
		...row,
		kind: "checkpoint",
		sequence: Number(row.sequence),
	}));
}

type SealRow = StoredEvent & {
	sequence: string;
	seal_event_id: string;
	seal_hash: string;
};

/**
 * The offset keeps the look-up of each event a look-up, and so does the subquery for its seal below: with the wall's
 * condition beside the account's, the planner takes every log for a short one and misjudges a plain join.
 */
export async function* sealedLines(
	handle: Handle,
	accountId: string,
	first: number,
	last: number,
): AsyncGenerator<SealedLine> {
	for (let after = first - 1; after < last; ) {
		const rows = await handle.query<SealRow>(sql`
			select s.sequence, s.event_id as seal_event_id, encode(s.hash, 'hex') as seal_hash, ${eventColumns}
			from audit_seals s
			left join lateral (select * from audit_events e where e.account_id = s.account_id and e.id = s.event_id offset 0) e on true
			where s.account_id = ${accountId} and s.sequence > ${after} and s.sequence <= ${last}
			order by s.sequence limit ${PAGE}`);
		for (const row of rows)
			yield {
				kind: "sealed",
				sequence: Number(row.sequence),
				hash: row.seal_hash,
				event_id: row.seal_event_id,
				// The columns of a row that is not there are null.
				event: row.id === null ? null : toStoredEvent(row),
			};
		const end = rows.at(-1);
		if (rows.length < PAGE || !end) return;
		after = Number(end.sequence);
	}
}

/** Events of the span that had no place in the chain when its end was read. */
async function readUnsealed(
	handle: Handle,
	accountId: string,
	{ from, to }: ExportBounds,
	chainEnd: number,
): Promise<StoredEvent[]> {
	const rows = await handle.query<StoredEvent>(sql`
		select ${eventColumns} from audit_events e
		where e.account_id = ${accountId}
		and (${from ?? null}::timestamptz is null or e.at >= ${from ?? null}) and (${to ?? null}::timestamptz is null or e.at < ${to ?? null})
		and coalesce((select s.sequence from audit_seals s where s.account_id = e.account_id and s.event_id = e.id), ${chainEnd}::bigint + 1) > ${chainEnd}
		order by e.at, e.id`);
	return rows.map(toStoredEvent);
}
