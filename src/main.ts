import type { FastifyInstance } from "fastify";
import { createApp } from "./app.ts";
import type { Config } from "./config.ts";
import { type Database, sql } from "./db/index.ts";
import {
	type Dialect,
	dialectDocument,
	dialects,
	serveDialect,
} from "./dialects/index.ts";
import type { Clock } from "./kernel/clock.ts";
import { ReeveError } from "./kernel/errors.ts";
import { fromDatabase } from "./kernel/gate/database-errors.ts";
import type { Gate } from "./kernel/gate/gate.ts";
import type { Resources } from "./kernel/resources.ts";
import { createLog, type Log } from "./log.ts";
import { createMetrics, type Metrics } from "./metrics.ts";
import { openCalls } from "./modules/open-calls.ts";
import { type Kernel, openKernel } from "./open-kernel.ts";
import { version } from "./package-root.ts";
import { openStore, type Store } from "./store.ts";
import { registerConsole } from "./surfaces/console/index.ts";
import { registerDocs } from "./surfaces/docs/index.ts";
import { registerHealth } from "./surfaces/health/index.ts";
import { openApiDocument, serveDocument } from "./surfaces/openapi/index.ts";
import { answerNowhere, registerRest } from "./surfaces/rest/index.ts";
import { registerSignIn } from "./surfaces/sign-in/index.ts";

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

/** The composition root: config → store → kernel → surfaces. The only place that sees everything. */
export async function startServer(options: ServerOptions): Promise<Server> {
	const { config } = options;
	const log = options.log ?? createLog(config.logLevel);
	const store = await openStore({
		...options,
		log: (event) => log[event.level](event.msg),
	});
	try {
		return await serve(options, log, store);
	} catch (error) {
		await store.close();
		throw error;
	}
}

async function serve(
	options: ServerOptions,
	log: Log,
	store: Store,
): Promise<Server> {
	const { config } = options;
	const kernel = await openKernel(store, config, log, options.clock);
	try {
		return await listen(options, log, store, kernel);
	} catch (error) {
		await kernel.stop();
		throw error;
	}
}

async function listen(
	{ config }: ServerOptions,
	log: Log,
	store: Store,
	kernel: Kernel,
): Promise<Server> {
	const metrics = createMetrics(() => kernel.limiter.degraded);
	const app = createApp({
		log,
		metrics,
		trustedProxies: config.trustedProxies,
	});
	registerSurfaces(app, kernel.gate, log, metrics, config.publicUrl);
	watch(metrics, store);
	await app.listen({ host: config.host, port: config.port });
	const url = listeningUrl(app, config.host);
	kernel.reachedAt(url);
	const stop = once(async () => {
		await app.close();
		await kernel.stop();
		await store.close();
	});
	return {
		url,
		app,
		gate: kernel.gate,
		resources: kernel.resources,
		database: store.database,
		store,
		log,
		stop,
	};
}

function registerSurfaces(
	app: FastifyInstance,
	gate: Gate,
	log: Log,
	metrics: Metrics,
	publicUrl: string | undefined,
): void {
	const onError = failureLog(log);
	const { database, registry, limits } = gate.resources;
	registerHealth(app, {
		metrics: metrics.registry,
		ready: async () =>
			void (await database.reader([]).query(sql`select 1 as one`)),
	});
	registerRest(app, gate, { onError, beside: openCalls });
	registerSignIn(app, gate, openCalls, { onError });
	for (const dialect of dialects) serveDialect(app, gate, dialect, { onError });
	serveDocument(app, "/openapi.json", () =>
		openApiDocument(registry, { version, serverUrl: "/", limits, openCalls }),
	);
	registerConsole(app, { publicUrl, otherwise: answerNowhere });
	for (const dialect of dialects)
		serveDocument(app, documentPath(dialect), () =>
			dialectDocument(dialect, { version, serverUrl: "/", limits, registry }),
		);
	registerDocs(app, [
		{ title: "Reeve", url: "/openapi.json" },
		...dialects.map((dialect) => ({
			title: dialect.title,
			url: documentPath(dialect),
		})),
	]);
}

/** Follows whether Postgres is there. One of your own is followed by its own means. */
function watch(metrics: Metrics, store: Store): void {
	metrics.databaseUp.set(1);
	store.engine?.on("down", () => metrics.databaseUp.set(0));
	store.engine?.on("up", () => metrics.databaseUp.set(1));
}

const OUTAGE_LINE_MS = 1000;

/** Each failure is a line; while the database is away, which fails every request alike, one line a second. */
function failureLog(log: Log): (error: unknown, requestId: string) => void {
	let saidAt = Number.NEGATIVE_INFINITY;
	return (err, id) => {
		const error = fromDatabase(err);
		if (!(error instanceof ReeveError))
			return log.error({ err, id }, "request failed");
		if (error.code !== "unavailable")
			return log.debug({ err, id }, "request refused by the database");
		if (performance.now() - saidAt < OUTAGE_LINE_MS) return;
		saidAt = performance.now();
		log.warn(
			{ reason: (err as Error).message, id },
			"requests are refused: the database is away",
		);
	};
}

function documentPath({ name }: Dialect): string {
	return `/openapi/${name}.json`;
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
