import { type Database, sql, type Transaction } from "../../db/index.ts";
import { chainHash, genesisHash } from "./chain.ts";
import { snapshotBefore } from "./snapshot.ts";
import {
	eventColumns,
	type StoredEvent,
	toStoredEvent,
} from "./stored-event.ts";

/** Held while sealing: one sealer at a time in the cluster. The value is arbitrary. */
const LOCK = 7_233_085;

export interface SealedBatch {
	/** Another sealer was at work, so nothing was looked at. */
	busy: boolean;
	sealed: number;
	/** More events were waiting than one batch takes. */
	more: boolean;
	/** How long each chain that grew was before and is now. */
	grown: { accountId: string; from: number; to: number }[];
}

const IDLE: SealedBatch = { busy: false, sealed: 0, more: false, grown: [] };

/**
 * Takes committed events that are in no chain into the chains of their accounts, in one transaction: seals, heads and
 * watermark together or not at all. Transactions of the same statement's snapshot that are still running are left
 * for later, however long they take, and keep nobody else's events waiting.
 */
export async function sealBatch(
	database: Database,
	eventsMax: number,
): Promise<SealedBatch> {
	return database.transaction([], async (tx) => {
		if (!(await takeTurn(tx))) return { ...IDLE, busy: true };
		const backlog = await readBacklog(tx, eventsMax);
		const { events, restored } = backlog;
		if (events.length === 0 && !restored) return IDLE;
		const grown = await extendChains(tx, events);
		const more = events.length === eventsMax;
		await moveWatermark(tx, backlog, more);
		return { busy: false, sealed: events.length, more, grown };
	});
}

/**
 * A statement of its own: the snapshot that events are read with must be taken after the turn. Looking through the
 * whole log of a restored database may take longer than a statement of a request is given.
 */
async function takeTurn(tx: Transaction): Promise<boolean> {
	const [turn] = await tx.query<{ taken: boolean }>(
		sql`select pg_try_advisory_xact_lock(${LOCK}) as taken, set_config('statement_timeout', '0', true)`,
	);
	return turn?.taken === true;
}

/** Where one event lies; `at` finds its partition. */
interface Place {
	account_id: string;
	at: string;
	id: string;
	xid: string;
}

interface Backlog {
	snapshot: string;
	cluster: string;
	restored: boolean;
	events: Place[];
}

async function readBacklog(
	tx: Transaction,
	eventsMax: number,
): Promise<Backlog> {
	const rows = await tx.query<
		Omit<Backlog, "events"> & (Place | { id: null })
	>(sql`
		select s.snapshot::text as snapshot, s.cluster, s.restored, e.account_id, e.at::text as at, e.id, e.xid::text as xid
		from sealing_state() s left join lateral unsealed_events(s.restored, ${eventsMax}) with ordinality as e(account_id, at, id, xid, n) on true
		order by e.n`);
	const [first] = rows;
	if (!first) throw new Error("the watermark of the audit log is missing");
	const { snapshot, cluster, restored } = first;
	const events = rows.filter((row) => row.id !== null) as Place[];
	return { snapshot, cluster, restored, events };
}

interface ChainEndRow {
	account_id: string;
	sequence: string;
	hash: Buffer;
}

/** The wall looks at every account in view for every row, so a batch goes through it a few accounts at a time. */
const IN_VIEW_MAX = 100;

async function extendChains(
	tx: Transaction,
	places: readonly Place[],
): Promise<SealedBatch["grown"]> {
	const byAccount = new Map<string, Place[]>();
	for (const place of places) {
		const others = byAccount.get(place.account_id);
		if (others) others.push(place);
		else byAccount.set(place.account_id, [place]);
	}
	const accountIds = [...byAccount.keys()];
	const grown: SealedBatch["grown"] = [];
	for (let i = 0; i < accountIds.length; i += IN_VIEW_MAX) {
		const inView = accountIds.slice(i, i + IN_VIEW_MAX);
		const theirs = inView.flatMap((id) => byAccount.get(id) ?? []);
		grown.push(...(await extendThese(tx, inView, theirs)));
	}
	return grown;
}

async function extendThese(
	tx: Transaction,
	accountIds: readonly string[],
	places: readonly Place[],
): Promise<SealedBatch["grown"]> {
	return tx.within(accountIds, async () => {
		const [ends, events] = await Promise.all([
			readEnds(tx, accountIds),
			readEvents(tx, places),
		]);
		const links = link(ends, events);
		await Promise.all([insertSeals(tx, links), saveHeads(tx, links)]);
		return growth(ends, links);
	});
}

/** The last seal says where a chain ends; the head beside it is only an index of who has one. */
async function readEnds(
	tx: Transaction,
	accountIds: readonly string[],
): Promise<Map<string, ChainEndRow>> {
	const rows = await tx.query<ChainEndRow>(sql`
		select s.account_id, s.sequence, s.hash from unnest(${accountIds}::bigint[]) as a(id)
		join lateral (select * from audit_seals s where s.account_id = a.id order by s.sequence desc limit 1) s on true`);
	return new Map(rows.map((row) => [row.account_id, row]));
}

/** The offset keeps the look-up a look-up: with the wall's condition beside it, the planner misjudges a plain join. */
async function readEvents(
	tx: Transaction,
	places: readonly Place[],
): Promise<StoredEvent[]> {
	const column = (name: keyof Place) => places.map((place) => place[name]);
	const rows = await tx.query<StoredEvent>(sql`
		select ${eventColumns}
		from unnest(${column("account_id")}::bigint[], ${column("at")}::timestamptz[], ${column("id")}::bigint[]) with ordinality as p(account_id, at, id, n)
		join lateral (select * from audit_events e where e.account_id = p.account_id and e.at = p.at and e.id = p.id offset 0) e on true
		order by p.n`);
	return rows.map(toStoredEvent);
}

interface Link {
	accountId: string;
	sequence: number;
	eventId: string;
	hash: Buffer;
}

function link(
	ends: ReadonlyMap<string, ChainEndRow>,
	events: readonly StoredEvent[],
): Link[] {
	const last = new Map<string, Link>();
	return events.map((event) => {
		const accountId = event.account_id;
		const before = last.get(accountId) ?? endOf(ends.get(accountId));
		const made: Link = {
			accountId,
			sequence: before.sequence + 1,
			eventId: event.id,
			hash: chainHash(before.hash, event),
		};
		last.set(accountId, made);
		return made;
	});
}

function endOf(end: ChainEndRow | undefined): Pick<Link, "sequence" | "hash"> {
	return end
		? { sequence: Number(end.sequence), hash: end.hash }
		: { sequence: 0, hash: genesisHash };
}

function growth(
	ends: ReadonlyMap<string, ChainEndRow>,
	links: readonly Link[],
): SealedBatch["grown"] {
	const last = new Map(links.map((made) => [made.accountId, made]));
	return [...last.values()].map(({ accountId, sequence }) => ({
		accountId,
		from: endOf(ends.get(accountId)).sequence,
		to: sequence,
	}));
}

async function insertSeals(
	tx: Transaction,
	links: readonly Link[],
): Promise<void> {
	await tx.query(sql`
		insert into audit_seals (account_id, sequence, event_id, hash)
		select * from unnest(${links.map((made) => made.accountId)}::bigint[], ${links.map((made) => made.sequence)}::bigint[],
			${links.map((made) => made.eventId)}::bigint[], ${links.map((made) => made.hash)}::bytea[])`);
}

async function saveHeads(
	tx: Transaction,
	links: readonly Link[],
): Promise<void> {
	const last = [
		...new Map(links.map((made) => [made.accountId, made])).values(),
	];
	await tx.query(sql`
		insert into audit_heads (account_id, sequence, hash)
		select * from unnest(${last.map((made) => made.accountId)}::bigint[], ${last.map((made) => made.sequence)}::bigint[],
			${last.map((made) => made.hash)}::bytea[])
		on conflict (account_id) do update set sequence = excluded.sequence, hash = excluded.hash, sealed_at = now()`);
}

/** After a restore the watermark moves only once everything is sealed: until then its xids say nothing. */
async function moveWatermark(
	tx: Transaction,
	{ snapshot, cluster, restored, events }: Backlog,
	more: boolean,
): Promise<void> {
	if (restored && more) return;
	const last = events.at(-1);
	const reached = more && last ? snapshotBefore(snapshot, last.xid) : snapshot;
	await tx.query(
		sql`update audit_watermark set snapshot = ${reached}::pg_snapshot, cluster = ${cluster}::bigint`,
	);
}
