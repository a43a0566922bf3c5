import { type Handle, sql } from "../../db/index.ts";
import type { SealedLine } from "./export-lines.ts";
import {
	eventColumns,
	type StoredEvent,
	toStoredEvent,
} from "./stored-event.ts";

const PAGE = 500;

type SealRow = StoredEvent & {
	sequence: string;
	seal_event_id: string;
	seal_hash: string;
};

/**
 * The places of a chain after one and up to another, at most so many, with their events.
 *
 * The offset keeps the look-up of each event a look-up, and so does the subquery for its seal where events are looked
 * at: with the wall's condition beside the account's, the planner takes every log for a short one and misjudges a plain
 * join.
 */
export async function readSealed(
	handle: Handle,
	accountId: string,
	{ after, last, max }: { after: number; last: number; max: number },
): Promise<SealedLine[]> {
	const rows = await handle.query<SealRow>(sql`
		select s.sequence, s.event_id as seal_event_id, encode(s.hash, 'hex') as seal_hash, ${eventColumns}
		from audit_seals s
		left join lateral (select * from audit_events e where e.account_id = s.account_id and e.id = s.event_id offset 0) e on true
		where s.account_id = ${accountId} and s.sequence > ${after} and s.sequence <= ${last}
		order by s.sequence limit ${max}`);
	return rows.map((row) => ({
		kind: "sealed",
		sequence: Number(row.sequence),
		hash: row.seal_hash,
		event_id: row.seal_event_id,
		// The columns of a row that is not there are null.
		event: row.id === null ? null : toStoredEvent(row),
	}));
}

/** The places of a chain from `first` to `last`. */
export async function* sealedLines(
	handle: Handle,
	accountId: string,
	first: number,
	last: number,
): AsyncGenerator<SealedLine> {
	for (let after = first - 1; after < last; ) {
		const lines = await readSealed(handle, accountId, {
			after,
			last,
			max: PAGE,
		});
		yield* lines;
		const end = lines.at(-1);
		if (lines.length < PAGE || !end) return;
		after = end.sequence;
	}
}
