import { type Handle, raw, sql } from "../../db/index.ts";
import { canonicalJson } from "./canonical.ts";
import type { CheckpointLine, ExportLine, HeaderLine } from "./export-lines.ts";
import { exportForm } from "./export-lines.ts";
import { findSpan, hashAt } from "./export-span.ts";
import type { EventPosition, ExportState } from "./export-state.ts";
import { lookAtEvents } from "./look-at-events.ts";
import { readSealed } from "./sealed-lines.ts";
import {
	eventColumns,
	type StoredEvent,
	toStoredEvent,
	utcText,
} from "./stored-event.ts";

/** How much a step may give: lines, and characters beyond which no further line is begun. */
export interface Room {
	lines: number;
	characters: number;
}

/** What a step gave, each line in its canonical form, and where the export stands then; null when it is whole. */
export interface ExportStep {
	lines: string[];
	next: ExportState | null;
}

type Stage = (
	handle: Handle,
	accountId: string,
	state: ExportState,
	room: Room,
) => Promise<ExportStep>;

/** One step of an export: a few statements, whatever the length of the log. Some give no line and only look. */
export const exportStep: Stage = (handle, accountId, state, room) =>
	stages[state.stage](handle, accountId, state, room);

const stages: Record<ExportState["stage"], Stage> = {
	async span(handle, accountId, state) {
		const next = await findSpan(handle, accountId, state);
		if (next.stage === "span") return { lines: [], next };
		const line = await header(handle, accountId, next);
		return { lines: [canonicalJson(line)], next };
	},

	async checkpoints(handle, accountId, state, room) {
		const found = await readCheckpoints(handle, accountId, state, room.lines);
		const lines = fitting(found, room);
		const last = found[lines.length - 1];
		const next =
			lines.length < room.lines && lines.length === found.length
				? { ...state, stage: "sealed" as const, after: firstOf(state) - 1 }
				: { ...state, after: last?.sequence ?? state.after };
		return { lines, next };
	},

	async sealed(handle, accountId, state, room) {
		const { after } = state;
		const last = state.last ?? state.chainEnd;
		const wanted = { after, last, max: room.lines };
		const found = await readSealed(handle, accountId, wanted);
		const lines = fitting(found, room);
		const sealed = state.sealed + lines.length;
		const reached = found[lines.length - 1]?.sequence ?? after;
		const isWhole = lines.length < room.lines && lines.length === found.length;
		const next: ExportState =
			isWhole || reached >= last
				? { ...state, stage: "unsealed", sealed, looked: null }
				: { ...state, sealed, after: reached };
		return { lines, next };
	},

	async unsealed(handle, accountId, state, room) {
		const until = Math.min(state.to ?? Number.POSITIVE_INFINITY, state.at + 1);
		const look = await lookAtEvents(
			handle,
			accountId,
			{ ...state, to: until },
			{ placeMax: state.last ?? state.chainEnd, outsideMax: room.lines },
		);
		const events = await readEvents(handle, accountId, look.outside);
		const lines = fitting(
			events.map((event) => ({ kind: "unsealed", event })),
			room,
		);
		const unsealed = state.unsealed + lines.length;
		const isWhole = lines.length < room.lines && lines.length === events.length;
		if (isWhole && look.complete)
			return { lines, next: { ...state, stage: "end", unsealed } };
		const looked = isWhole
			? look.reached
			: positionOf(events[lines.length - 1]);
		return { lines, next: { ...state, unsealed, looked } };
	},

	async end(_handle, _accountId, { sealed, unsealed }) {
		const line: ExportLine = { kind: "end", sealed, unsealed };
		return { lines: [canonicalJson(line)], next: null };
	},
};

/** As many lines as fit, at least one: an event that is larger than the room must come through as well. */
function fitting(lines: readonly ExportLine[], room: Room): string[] {
	const fit: string[] = [];
	let { characters } = room;
	for (const line of lines) {
		if (fit.length > 0 && characters <= 0) break;
		const text = canonicalJson(line);
		characters -= text.length;
		fit.push(text);
	}
	return fit;
}

function firstOf({ first }: ExportState): number {
	return first ?? 1;
}

function positionOf(event: StoredEvent | undefined): EventPosition | null {
	return event ? { at: event.at, id: event.id } : null;
}

async function header(
	handle: Handle,
	accountId: string,
	state: ExportState,
): Promise<HeaderLine> {
	const first = firstOf(state);
	const keys = await handle.query<{ key_id: string; public_key: string }>(sql`
		select key_id, encode(public_key, 'base64') as public_key from audit_keys where key_id in (
			select c.key_id from audit_checkpoints c where c.account_id = ${accountId} and c.sequence >= ${first} and c.sequence <= ${state.signed})
		order by key_id`);
	const hash = await hashAt(handle, accountId, first - 1);
	return {
		kind: "header",
		form: exportForm,
		account_id: accountId,
		exported_at: new Date(state.at).toISOString(),
		from: state.from === null ? null : new Date(state.from).toISOString(),
		to: state.to === null ? null : new Date(state.to).toISOString(),
		previous: { sequence: first - 1, hash },
		keys,
	};
}

async function readCheckpoints(
	handle: Handle,
	accountId: string,
	{ after, signed }: ExportState,
	max: number,
): Promise<CheckpointLine[]> {
	const rows = await handle.query<
		Omit<CheckpointLine, "sequence" | "kind"> & { sequence: string }
	>(sql`
		select account_id, sequence, encode(hash, 'hex') as hash, ${raw(utcText("at"))} as at, key_id,
			translate(encode(signature, 'base64'), e'\n', '') as signature
		from audit_checkpoints c where account_id = ${accountId} and c.sequence > ${after} and c.sequence <= ${signed}
		order by c.sequence limit ${max}`);
	return rows.map((row) => ({
		...row,
		kind: "checkpoint",
		sequence: Number(row.sequence),
	}));
}

/** The bounds of time keep it within the span that was looked at, whatever the planner thinks of the log's length. */
async function readEvents(
	handle: Handle,
	accountId: string,
	positions: readonly EventPosition[],
): Promise<StoredEvent[]> {
	const [first] = positions;
	const last = positions.at(-1);
	if (!first || !last) return [];
	const ids = positions.map(({ id }) => id);
	const rows = await handle.query<StoredEvent>(sql`
		select ${eventColumns} from audit_events e
		where e.account_id = ${accountId} and e.at >= ${first.at}::timestamptz and e.at <= ${last.at}::timestamptz
		and e.id = any(${ids}::bigint[]) order by e.at, e.id`);
	return rows.map(toStoredEvent);
}
