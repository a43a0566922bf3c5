import type { Database } from "../db/index.ts";
import type { Use } from "./gate/gate.ts";
import {
	type AddressRow,
	type Figures,
	type UsageRow,
	writeUsage,
} from "./usage-store.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Past this many different figures further ones are counted, not kept: the memory stays bounded. */
const WAITING_MAX = 50_000;
/** Credentials written in one short transaction. */
const BATCH_MAX = 200;
/** Addresses of one credential that are told apart between two writes. */
const ADDRESSES_MAX = 50;
/** A credential that is locked at every attempt, or gone, is let go after so many. */
const ATTEMPTS_MAX = 10;

interface Waiting {
	/** By operation and hour. */
	rows: Map<string, UsageRow>;
	/** By address and day. */
	addresses: Map<string, AddressRow>;
	accountId: string;
	credentialId: string;
	lastUsedMs: number;
	address: string;
	attempts: number;
}

/**
 * Collects what credentials do, for their usage figures and `last_used`, and writes it in batches after the answers.
 * `calls` counts admitted calls, `refusals` refused ones and `limited` those that a limit turned away; a call that was
 * let in and then not permitted is in the first two.
 */
export class UsageCollector {
	private readonly database: Database;
	private waiting = new Map<string, Waiting>();
	private size = 0;
	private flushing: Promise<void> = Promise.resolve();
	/** Uses that were not kept because too much was waiting. */
	dropped = 0;

	constructor(database: Database) {
		this.database = database;
	}

	/** Credentials whose uses are not stored yet. */
	get waitingCount(): number {
		return this.waiting.size;
	}

	/** Notes one use; touches no database. */
	note(use: Use): void {
		const { credential, home } = use.caller;
		// Setup keys keep their own figures, and the server itself has no credential.
		if (credential.kind === "setup_key" || credential.kind === "system") return;
		const entry = this.entry(home.id, credential.id);
		if (use.atMs >= entry.lastUsedMs) {
			entry.lastUsedMs = use.atMs;
			entry.address = use.address;
		}
		const row = this.row(entry, use);
		if (!row) return;
		row[figureOf[use.outcome]]++;
		row.address = use.address;
		// A machine's address stands with the machine.
		if (credential.kind !== "endpoint") noteAddress(entry, use);
	}

	/** Resolves when everything noted before is stored. Rejects when the database is away; nothing is lost by that. */
	async flush(): Promise<void> {
		const next = this.flushing.then(() => this.writeAll());
		this.flushing = next.catch(() => undefined);
		await next;
	}

	private entry(accountId: string, credentialId: string): Waiting {
		let entry = this.waiting.get(credentialId);
		if (!entry) {
			entry = {
				rows: new Map(),
				addresses: new Map(),
				accountId,
				credentialId,
				lastUsedMs: 0,
				address: "",
				attempts: 0,
			};
			this.waiting.set(credentialId, entry);
		}
		return entry;
	}

	private row(entry: Waiting, use: Use): UsageRow | undefined {
		const hourMs = use.atMs - (use.atMs % HOUR_MS);
		const key = `${use.operation} ${hourMs}`;
		let row = entry.rows.get(key);
		if (row) return row;
		if (this.size >= WAITING_MAX) {
			this.dropped++;
			return undefined;
		}
		const { operation, address } = use;
		row = { operation, hour: new Date(hourMs), ...nothing, address };
		entry.rows.set(key, row);
		this.size++;
		return row;
	}

	private async writeAll(): Promise<void> {
		const taken = [...this.waiting.values()];
		this.waiting = new Map();
		this.size = 0;
		for (let i = 0; i < taken.length; i += BATCH_MAX) {
			const batch = taken.slice(i, i + BATCH_MAX);
			try {
				const written = await writeUsage(this.database, batch);
				this.keep(batch.filter((entry) => !written.has(entry.credentialId)));
			} catch (error) {
				for (const entry of taken.slice(i)) this.putBack(entry);
				throw error;
			}
		}
	}

	/** What could not be written because somebody is changing the credential waits for the next time. */
	private keep(skipped: readonly Waiting[]): void {
		for (const entry of skipped)
			if (++entry.attempts < ATTEMPTS_MAX) this.putBack(entry);
	}

	private putBack(former: Waiting): void {
		const entry = this.entry(former.accountId, former.credentialId);
		entry.attempts = former.attempts;
		if (former.lastUsedMs > entry.lastUsedMs) {
			entry.lastUsedMs = former.lastUsedMs;
			entry.address = former.address;
		}
		this.size += merge(entry.rows, former.rows);
		merge(entry.addresses, former.addresses);
	}
}

const figureOf = {
	admitted: "calls",
	refused: "refusals",
	limited: "limited",
} as const;

const nothing: Figures = { calls: 0, refusals: 0, limited: 0 };

function noteAddress({ addresses }: Waiting, use: Use): void {
	const dayMs = use.atMs - (use.atMs % DAY_MS);
	let key = `${use.address} ${dayMs}`;
	let address = use.address;
	if (addresses.size >= ADDRESSES_MAX && !addresses.has(key)) {
		address = "";
		key = ` ${dayMs}`;
	}
	let row = addresses.get(key);
	if (!row) {
		row = { address, day: new Date(dayMs), lastMs: 0, ...nothing };
		addresses.set(key, row);
	}
	row[figureOf[use.outcome]]++;
	row.lastMs = Math.max(row.lastMs, use.atMs);
}

/** Adds what waited before to what waits now; answers how many rows are new to it. */
function merge<Row extends Figures>(
	rows: Map<string, Row>,
	former: ReadonlyMap<string, Row>,
): number {
	const before = rows.size;
	for (const [key, row] of former) {
		const newer = rows.get(key);
		if (!newer) rows.set(key, row);
		else
			for (const figure of Object.values(figureOf))
				newer[figure] += row[figure];
	}
	return rows.size - before;
}
