import type { Handle } from "../../db/index.ts";
import { readEnds } from "./export-span.ts";
import type { ExportState } from "./export-state.ts";
import { exportStep } from "./export-step.ts";

export interface ExportBounds {
	/** First moment exported; the beginning of the log unless given. */
	from?: Date | undefined;
	/** First moment no longer exported; the end of the log unless given. */
	to?: Date | undefined;
	/** When the export is made. */
	at: Date;
}

/** Some lines of an export, without their ends, and where it goes on; null after its last line. */
export interface ExportPart {
	lines: string[];
	next: ExportState | null;
}

/** Lines that one step asks the database for. */
const STEP_LINES_MAX = 500;
/** Steps of a part: the places of two thousand events, and a few steps around them that look or change the stage. */
const STEPS_MAX = 10;
/** Characters of a part. One more line may go beyond: an event holds what a call changed, at most a few megabytes. */
const CHARACTERS_MAX = 8_000_000;

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
	const room = { lines: STEP_LINES_MAX, characters: Number.POSITIVE_INFINITY };
	let state: ExportState | null = await beginExport(handle, accountId, bounds);
	while (state) {
		const step = await exportStep(handle, accountId, state, room);
		for (const line of step.lines) yield `${line}\n`;
		state = step.next;
	}
}

/** Fixes where the log ends, for an export of which `exportPart` gives the lines. */
export async function beginExport(
	handle: Handle,
	accountId: string,
	{ from, to, at }: ExportBounds,
): Promise<ExportState> {
	return {
		stage: "span",
		at: at.getTime(),
		from: from?.getTime() ?? null,
		to: to?.getTime() ?? null,
		...(await readEnds(handle, accountId)),
		first: null,
		last: null,
		after: 0,
		looked: null,
		sealed: 0,
		unsealed: 0,
	};
}

/**
 * The next lines of an export, at most so many. The work is bounded, so there may be fewer, or none while events are
 * only looked at: the export has ended when `next` is null.
 */
export async function exportPart(
	handle: Handle,
	accountId: string,
	state: ExportState,
	linesMax: number,
): Promise<ExportPart> {
	const lines: string[] = [];
	let characters = CHARACTERS_MAX;
	let next: ExportState | null = state;
	for (let steps = 0; next && steps < STEPS_MAX; steps++) {
		const left = linesMax - lines.length;
		if (left === 0 || characters <= 0) break;
		const room = { lines: Math.min(left, STEP_LINES_MAX), characters };
		const step = await exportStep(handle, accountId, next, room);
		for (const line of step.lines) characters -= line.length;
		lines.push(...step.lines);
		next = step.next;
	}
	return { lines, next };
}
