import type { FastifyInstance } from "fastify";
import { createApp } from "./app.ts";
import type { Config } from "./config.ts";
import { type Database, RevocationListener, sql } from "./db/index.ts";
import { dialects, serveDialect } from "./dialects/index.ts";
import { type Clock, systemClock } from "./kernel/clock.ts";
import { Epochs } from "./kernel/epoch.ts";
import { budgetsOf } from "./kernel/gate/charge.ts";
import { Gate } from "./kernel/gate/gate.ts";
import type { Limiter } from "./kernel/limits/limiter.ts";
import { memoryLimiter } from "./kernel/limits/memory-limiter.ts";
import { redisLimiter } from "./kernel/limits/redis-limiter.ts";
import { Registry } from "./kernel/registry.ts";
import type { Resources } from "./kernel/resources.ts";
import { createLog, type Log } from "./log.ts";
import { createMetrics, type Metrics } from "./metrics.ts";
import { operations } from "./modules/index.ts";
import { openStore, type Store } from "./store.ts";
import { registerHealth } from "./surfaces/health/index.ts";
import { registerRest } from "./surfaces/rest/index.ts";

export interface ServerOptions {
	config: Config;
	dataDir: string;
	clock?: Clock;
	log?: Log;
	/** Tests may trade safety for speed. */
	durable?: boolean;
}

export interface Server {
	readonly url: string;
	readonly app: FastifyInstance;
	readonly gate: Gate;
	readonly resources: Resources;
	readonly database: Database;
	readonly store: Store;
	readonly log: Log;
	/** Finishes what was accepted, then stops everything this server started. */
	stop(): Promise<void>;
}

/** The composition root: config → database → registry → kernel → surfaces. The only place that sees everything. */
export async function startServer(options: ServerOptions): Promise<Server> {
	const { config } = options;
	const log = options.log ?? createLog(config.logLevel);
	const metrics = createMetrics();
	const store = await openStore({
		...options,
		log: (event) => log[event.level](event.msg),
	});
	try {
		return await serve(options, log, metrics, store);
	} catch (error) {
		await store.close();
		throw error;
	}
}

async function serve(
	options: ServerOptions,
	log: Log,
	metrics: Metrics,
	store: Store,
): Promise<Server> {
	const { config, clock = systemClock } = options;
	const { database } = store;
	const epochs = new Epochs();
	const listener = new RevocationListener(store.connection, {
		revoked: (accountId) => epochs.bump(accountId),
		lost: () => epochs.voidAll(),
	});
	await listener.start();
	const limiter = await createLimiter(config, log);
	const address = { url: config.publicUrl ?? "" };
	const resources: Resources = {
		database,
		registry: new Registry(operations),
		pepper: store.pepper,
		clock,
		limits: config.limits,
		budgets: budgetsOf(limiter, config.limits, clock),
		get publicUrl() {
			return address.url;
		},
	};
	const gate = new Gate({
		database,
		resources,
		epochs,
		limiter,
		fresh: () => listener.fresh,
		onError: (err) => log.error({ err }, "background work failed"),
	});
	const app = createApp({
		log,
		metrics,
		trustedProxies: config.trustedProxies,
	});
	registerSurfaces(app, gate, log, metrics, database);
	await app.listen({ host: config.host, port: config.port });
	const url = listeningUrl(app, config.host);
	address.url ||= url;
	const stop = once(async () => {
		await app.close();
		await gate.refusals.flush();
		await limiter.close();
		await listener.stop();
		await store.close();
	});
	return { url, app, gate, resources, database, store, log, stop };
}

function registerSurfaces(
	app: FastifyInstance,
	gate: Gate,
	log: Log,
	metrics: Metrics,
	database: Database,
): void {
	const onError = (err: unknown, requestId: string) =>
		log.error({ err, id: requestId }, "request failed");
	registerHealth(app, {
		metrics: metrics.registry,
		ready: async () =>
			void (await database.reader([]).query(sql`select 1 as one`)),
	});
	registerRest(app, gate, { onError });
	for (const dialect of dialects) serveDialect(app, gate, dialect, { onError });
}

async function createLimiter(config: Config, log: Log): Promise<Limiter> {
	return config.redisUrl
		? redisLimiter(config.redisUrl, { logger: log })
		: memoryLimiter();
}

function listeningUrl(app: FastifyInstance, host: string): string {
	const address = app.server.address();
	const port = typeof address === "object" && address ? address.port : 0;
	const shown = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
	return `http://${shown.includes(":") ? `[${shown}]` : shown}:${port}`;
}

function once(work: () => Promise<void>): () => Promise<void> {
	let done: Promise<void> | undefined;
	return () => (done ??= work());
}

export { openStore, type Store } from "./store.ts";
