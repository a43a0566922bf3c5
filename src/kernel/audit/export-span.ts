import { type Handle, sql } from "../../db/index.ts";
import { genesisHash } from "./chain.ts";
import type { ExportState } from "./export-state.ts";
import { lookAtEvents } from "./look-at-events.ts";

/** Where an account's log ends now: the last place that is signed, and the last there is. */
export async function readEnds(
	handle: Handle,
	accountId: string,
): Promise<{ signed: number; chainEnd: number }> {
	// Signatures are read before the end of the chain is: the chain always reaches past each of them.
	const [signed] = await handle.query<{ sequence: string }>(
		sql`select coalesce(max(sequence), 0) as sequence from audit_checkpoints where account_id = ${accountId}`,
	);
	const [end] = await handle.query<{ sequence: string }>(
		sql`select coalesce(max(sequence), 0) as sequence from audit_seals where account_id = ${accountId}`,
	);
	return {
		signed: Number(signed?.sequence ?? 0),
		chainEnd: Number(end?.sequence ?? 0),
	};
}

/**
 * Goes on finding the places that hold the events of the span of time that was asked for. Once they are found, the
 * stage is the next one, and `first`, `last` and `signed` are those of the export.
 */
export async function findSpan(
	handle: Handle,
	accountId: string,
	state: ExportState,
): Promise<ExportState> {
	const { from, to, chainEnd } = state;
	if (from === null && to === null)
		return found(state, { first: 1, last: null });
	const look = await lookAtEvents(handle, accountId, state, {
		placeMax: chainEnd,
		outsideMax: 0,
	});
	const first = outermost(Math.min, state.first, look.first);
	const last = outermost(Math.max, state.last, look.last);
	if (!look.complete) return { ...state, first, last, looked: look.reached };
	const begin = from === null ? 1 : (first ?? chainEnd + 1);
	const end = to === null ? null : (last ?? begin - 1);
	const signed = end && (await firstSigned(handle, accountId, end));
	return found(state, { first: begin, last: signed });
}

/** A span goes up to the first signature that covers all of it, or to the end of the chain. */
function found(
	state: ExportState,
	{ first, last }: { first: number; last: number | null },
): ExportState {
	return {
		...state,
		stage: "checkpoints",
		first,
		last: last ?? state.chainEnd,
		signed: last ?? state.signed,
		after: first - 1,
		looked: null,
	};
}

function outermost(
	pick: (a: number, b: number) => number,
	a: number | null,
	b: number | null,
): number | null {
	return a === null || b === null ? (a ?? b) : pick(a, b);
}

async function firstSigned(
	handle: Handle,
	accountId: string,
	sequence: number,
): Promise<number | null> {
	const [row] = await handle.query<{ sequence: string | null }>(
		sql`select min(sequence) as sequence from audit_checkpoints where account_id = ${accountId} and sequence >= ${sequence}`,
	);
	return row?.sequence ? Number(row.sequence) : null;
}

/** The hash of a place in the chain; that before the first one where nothing lies there. */
export async function hashAt(
	handle: Handle,
	accountId: string,
	sequence: number,
): Promise<string> {
	if (sequence === 0) return genesisHash.toString("hex");
	const [row] = await handle.query<{ hash: string }>(
		sql`select encode(hash, 'hex') as hash from audit_seals where account_id = ${accountId} and sequence = ${sequence}`,
	);
	return row?.hash ?? genesisHash.toString("hex");
}
