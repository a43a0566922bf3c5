import { type Database, sql } from "../db/index.ts";
import { Sealer } from "../kernel/audit/sealer.ts";
import type { SigningKey } from "../kernel/audit/signing-key.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Epochs } from "../kernel/epoch.ts";
import type { Use } from "../kernel/gate/gate.ts";
import { UsageCollector } from "../kernel/usage.ts";
import type { Log } from "../log.ts";
import { addUpAllCounts } from "./added-up-counts.ts";
import {
	deleteEndedSessions,
	deleteOldAddresses,
	deleteOldAttempts,
	deleteOldIdempotencyKeys,
	deleteOldUsage,
} from "./expired-rows.ts";
import { Loop } from "./loop.ts";
import {
	removeEphemeralEndpoints,
	turnOffSilentEndpoints,
} from "./silent-endpoints.ts";

export interface WorkersOptions {
	database: Database;
	clock: Clock;
	epochs: Epochs;
	signingKey: SigningKey;
	log: Log;
	/** How often each kind of work is done, in milliseconds; what is left out has its usual pace. */
	paces?: Partial<Paces>;
}

/** Milliseconds between rounds. */
export interface Paces {
	/** For what other processes committed; whatever this one commits is sealed sooner. */
	seal: number;
	sign: number;
	usage: number;
	endpoints: number;
	counts: number;
	expiry: number;
	partitions: number;
}

const usualPaces: Paces = {
	seal: 700,
	sign: 5 * 60_000,
	usage: 5_000,
	endpoints: 30_000,
	counts: 30_000,
	expiry: 10 * 60_000,
	partitions: 6 * 3_600_000,
};

/** Commits of this many milliseconds are sealed together. */
const GATHER_MS = 100;

/** The work that no request waits for. Every server process runs all of it; where two would meet, one passes. */
export interface Workers {
	readonly sealer: Sealer;
	/** Audit rows were committed. */
	committed(): void;
	/** A credential was used. */
	used(use: Use): void;
	/** Ends the rounds, then stores, seals and signs what is left. Flush the gate's refusals first. Never throws. */
	stop(): Promise<void>;
}

export function startWorkers(options: WorkersOptions): Workers {
	const { database, clock, signingKey } = options;
	const sealer = new Sealer({ database, key: signingKey, clock });
	const usage = new UsageCollector(database);
	const loops = loopsOf(options, sealer, usage);
	for (const loop of Object.values(loops)) loop.wake();
	return {
		sealer,
		committed: () => loops.seal.wake(GATHER_MS),
		used: (use) => usage.note(use),
		async stop() {
			await Promise.all(Object.values(loops).map((loop) => loop.stop()));
			await finish(options.log, sealer, usage);
		},
	};
}

function loopsOf(
	{ database, clock, epochs, log, paces }: WorkersOptions,
	sealer: Sealer,
	usage: UsageCollector,
): Record<keyof Paces, Loop> {
	const every = { ...usualPaces, ...paces };
	const loop = (name: keyof Paces, work: () => Promise<unknown>) =>
		new Loop({ name, everyMs: every[name], work, log });
	const seal = loop("seal", async () => {
		// The sealer that was at work may have looked before our commit.
		if ((await sealer.seal()).gaveWay) seal.wake(GATHER_MS);
	});
	return {
		seal,
		sign: loop("sign", () => sealer.sign()),
		usage: loop("usage", () => usage.flush()),
		endpoints: loop("endpoints", async () => {
			await turnOffSilentEndpoints(database, clock.nowMs());
			const now = clock.now();
			const removed = await removeEphemeralEndpoints(database, epochs, now);
			if (removed > 0) seal.wake(GATHER_MS);
		}),
		counts: loop("counts", () => addUpAllCounts(database)),
		expiry: loop("expiry", async () => {
			await deleteOldIdempotencyKeys(database, clock.nowMs());
			await deleteOldUsage(database, clock.nowMs());
			await deleteOldAddresses(database, clock.nowMs());
			await deleteEndedSessions(database, clock.nowMs());
			await deleteOldAttempts(database, clock.nowMs());
		}),
		partitions: loop("partitions", () => makeRoom(database, clock)),
	};
}

/** Month partitions of the audit log, ahead of the first row that needs them. */
async function makeRoom(database: Database, clock: Clock): Promise<void> {
	const today = clock.now().toISOString().slice(0, 10);
	await database.transaction([], (tx) =>
		tx.query(sql`call ensure_audit_partitions(${today}::date)`),
	);
}

async function finish(
	log: Log,
	sealer: Sealer,
	usage: UsageCollector,
): Promise<void> {
	const seal = async () => {
		await sealer.seal();
		await sealer.sign();
	};
	const outcomes = await Promise.allSettled([usage.flush(), seal()]);
	for (const outcome of outcomes)
		if (outcome.status === "rejected")
			log.error({ err: outcome.reason }, "background work was left undone");
}
