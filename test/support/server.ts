import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { readConfig } from "../../src/config.ts";
import type { Clock } from "../../src/kernel/clock.ts";
import type { LimitSettings } from "../../src/kernel/limit-settings.ts";
import { createLog } from "../../src/log.ts";
import { type Server, startServer } from "../../src/main.ts";
import {
	type FirstCredentials,
	setUp,
} from "../../src/modules/accounts/index.ts";
import { createTestDatabase, type TestDatabase } from "./test-database.ts";

export interface CallOptions {
	/** Sent as `Authorization: Token …` unless `headers` say otherwise. */
	token?: string | undefined;
	body?: unknown;
	headers?: Record<string, string>;
}

export interface Answer {
	status: number;
	headers: Headers;
	text: string;
	// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape.
	json: any;
}

export interface TestServer {
	url: string;
	server: Server;
	database: TestDatabase;
	/** The first account, its owner and the owner's credentials. */
	first: FirstCredentials & { email: string; password: string };
	/** Every log line so far. */
	logLines: string[];
	call(method: string, path: string, options?: CallOptions): Promise<Answer>;
	stop(): Promise<void>;
}

export interface TestServerOptions {
	kind?: "provider" | "standalone";
	limits?: Partial<LimitSettings>;
	clock?: Clock;
	env?: NodeJS.ProcessEnv;
	/** A database to share with another server; it is then not dropped here, and not set up again. */
	sharing?: TestServer;
}

/** Budgets that no ordinary test meets; tests of the limits bring their own. */
const roomy: LimitSettings = {
	credentialPerMinute: 1_000_000,
	credentialBurst: 1_000_000,
	readsPerMinute: 1_000_000,
	writesPerMinute: 1_000_000,
	failuresPerMinute: 1_000_000,
	failuresBurst: 1_000_000,
	signInPerMinute: 1_000_000,
	signInBurst: 1_000_000,
};

/** A whole server in this process on a database of its own, set up, on a free port. */
export async function startTestServer(
	options: TestServerOptions = {},
): Promise<TestServer> {
	const database = options.sharing?.database ?? (await createTestDatabase());
	const dataDir = await mkdtemp(join(tmpdir(), "reeve-test-"));
	const logLines: string[] = [];
	const pepper = `1:${"ab".repeat(32)}`;
	const env = {
		DATABASE_URL: database.url,
		REEVE_PORT: "0",
		REEVE_PEPPER: pepper,
		REEVE_LOG_LEVEL: "debug",
		...options.env,
	};
	const config = {
		...readConfig(env),
		limits: { ...roomy, ...options.limits },
	};
	const sink = new Writable({
		write(chunk, _encoding, done) {
			logLines.push(String(chunk));
			done();
		},
	});
	const server = await startServer({
		config,
		dataDir,
		log: createLog(config.logLevel, sink),
		...(options.clock ? { clock: options.clock } : {}),
	});
	const first =
		options.sharing?.first ??
		(await firstAccount(server, options.kind ?? "provider"));
	return {
		url: server.url,
		server,
		database,
		first,
		logLines,
		call: (method, path, callOptions = {}) =>
			callServer(server.url, method, path, callOptions),
		async stop() {
			await server.stop();
			await rm(dataDir, { recursive: true, force: true });
			if (!options.sharing) await database.drop();
		},
	};
}

async function firstAccount(server: Server, kind: "provider" | "standalone") {
	const owner = { email: "owner@provider.test", password: "Correct-horse-9" };
	const made = await setUp(server.database, server.resources.pepper, {
		kind,
		name: "Provider",
		ownerName: "Olive Owner",
		...owner,
	});
	return { ...made, ...owner };
}

/** One request, its answer read whole. */
export async function callServer(
	url: string,
	method: string,
	path: string,
	{ token, body, headers }: CallOptions = {},
): Promise<Answer> {
	const sent: Record<string, string> = { ...headers };
	if (token !== undefined) sent.authorization ??= `Token ${token}`;
	if (body !== undefined && typeof body !== "string")
		sent["content-type"] ??= "application/json";
	const payload =
		body === undefined
			? {}
			: { body: typeof body === "string" ? body : JSON.stringify(body) };
	const response = await fetch(url + path, {
		method,
		headers: sent,
		redirect: "manual",
		// Below the time of a test, so that a failure names the call.
		signal: AbortSignal.timeout(45_000),
		...payload,
	});
	const text = await response.text();
	return {
		status: response.status,
		headers: response.headers,
		text,
		json: parse(text),
	};
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
