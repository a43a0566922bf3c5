import { type Handle, sql } from "../../db/index.ts";
import { genesisHash } from "./chain.ts";

/** The part of a chain that an export holds. */
export interface ExportSpan {
	/** The first place. */
	first: number;
	/** The last place; null when it is the end of the chain. */
	last: number | null;
	/** Where the chain ended when this was read. */
	chainEnd: number;
	previous: { sequence: number; hash: string };
}

interface SpanRow {
	first: string | null;
	last: string | null;
	chain_end: string;
}

/** Finds the places that hold the events of a span of time, up to the first signature that covers them all. */
export async function findSpan(
	handle: Handle,
	accountId: string,
	{ from, to }: { from?: Date | undefined; to?: Date | undefined },
): Promise<ExportSpan> {
	const row = await readSpan(handle, accountId, from, to);
	const chainEnd = Number(row.chain_end);
	const first = from ? Number(row.first ?? chainEnd + 1) : 1;
	const last = to ? Number(row.last ?? first - 1) : null;
	const signed = last && (await firstSigned(handle, accountId, last));
	const previous = {
		sequence: first - 1,
		hash: await hashAt(handle, accountId, first - 1),
	};
	return { first, last: signed, chainEnd, previous };
}

/** The outermost places of the events of a span, which need not lie in the order of their times. */
async function readSpan(
	handle: Handle,
	accountId: string,
	from: Date | undefined,
	to: Date | undefined,
): Promise<SpanRow> {
	const bounded = from !== undefined || to !== undefined;
	const [row] = await handle.query<SpanRow>(sql`
		select span.*, (select coalesce(max(sequence), 0) from audit_seals where account_id = ${accountId}) as chain_end
		from (select min(sequence) as first, max(sequence) as last from (
			select (select s.sequence from audit_seals s where s.account_id = e.account_id and s.event_id = e.id) as sequence from audit_events e
			where ${bounded} and e.account_id = ${accountId}
			and (${from ?? null}::timestamptz is null or e.at >= ${from ?? null}) and (${to ?? null}::timestamptz is null or e.at < ${to ?? null})) sealed) span`);
	return row ?? { first: null, last: null, chain_end: "0" };
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
