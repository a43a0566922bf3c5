import { type Handle, raw, sql } from "../../db/index.ts";
import type { EventPosition, ExportState } from "./export-state.ts";
import { utcText } from "./stored-event.ts";

/** Events of one look: enough to come along, and few enough to take milliseconds. */
const EVENTS_MAX = 10_000;

export interface Look {
	/** The outermost places up to `placeMax` among what was looked at; null where none has one. */
	first: number | null;
	last: number | null;
	/** The first events without a place up to `placeMax`, in the order of time. */
	outside: EventPosition[];
	/** The last event looked at; null when there was none. */
	reached: EventPosition | null;
	/** Whether nothing more is to be looked at. */
	complete: boolean;
}

interface LookRow {
	events: number;
	first: string | null;
	last: string | null;
	outside: EventPosition[];
	reached: EventPosition | null;
}

const position = `json_build_object('at', ${utcText("at")}, 'id', id::text)`;

/**
 * Looks at the next events of the span of time that an export is of, after the last one that it has looked at, and
 * finds the places they have in the chain, which need not lie in the order of their times.
 */
export async function lookAtEvents(
	handle: Handle,
	accountId: string,
	{ looked, from, to }: ExportState,
	{ placeMax, outsideMax }: { placeMax: number; outsideMax: number },
): Promise<Look> {
	const start = from === null ? "-infinity" : new Date(from);
	const [row] = await handle.query<LookRow>(sql`
		with looked as materialized (
			select e.at, e.id, (select s.sequence from audit_seals s where s.account_id = e.account_id and s.event_id = e.id) as sequence
			from audit_events e where e.account_id = ${accountId}
			and e.at >= ${looked?.at ?? start}::timestamptz and e.at < ${to === null ? "infinity" : new Date(to)}::timestamptz
			and (e.at, e.id) > (${looked?.at ?? "-infinity"}::timestamptz, ${looked?.id ?? "0"}::bigint)
			order by e.at, e.id limit ${EVENTS_MAX}),
		outside as (select at, id from looked where sequence is null or sequence > ${placeMax} order by at, id limit ${outsideMax})
		select count(*)::int as events, min(sequence) filter (where sequence <= ${placeMax}) as first,
			max(sequence) filter (where sequence <= ${placeMax}) as last,
			(select coalesce(json_agg(${raw(position)} order by at, id), '[]') from outside) as outside,
			(select ${raw(position)} from looked order by at desc, id desc limit 1) as reached
		from looked`);
	const { events, first, last, ...found } = row as LookRow;
	return {
		...found,
		first: first === null ? null : Number(first),
		last: last === null ? null : Number(last),
		complete: events < EVENTS_MAX,
	};
}
