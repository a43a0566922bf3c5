import { Redis } from "ioredis";
import { SCRIPT_KEYS } from "./redis-request.ts";
import { TAKE_SCRIPT } from "./redis-script.ts";

/** Runs the limit script on one connection, in bounded time. */
export interface ScriptRunner {
	/** Rejects when Redis cannot be reached, refuses, or has not answered in time. */
	run(scriptArguments: (string | number)[]): Promise<unknown>;
	/** Runs it for many at once, in one round trip. Rejects when any of them fails. */
	runAll(scriptArguments: (string | number)[][]): Promise<unknown[]>;
	/** Resolves when the first attempt to connect has ended, either way. */
	connect(): Promise<void>;
	close(): void;
}

type TakeCommand = (
	...scriptArguments: (string | number)[]
) => Promise<unknown>;

const CONNECT_TIMEOUT_MS = 1000;
const RECONNECT_DELAY_MAX_MS = 500;

/**
 * A connection to one Redis that fails fast and goes on reconnecting in the background.
 * @param url `redis://…`, `rediss://…` or the path of a Unix socket.
 */
export function scriptRunner(url: string, timeoutMs: number): ScriptRunner {
	const redis = openRedis(url);
	const take = (redis as unknown as { reeveTake: TakeCommand }).reeveTake;
	return {
		run: (scriptArguments) =>
			inTime(take.apply(redis, scriptArguments), timeoutMs),
		runAll: (many) => inTime(runAll(redis, many), timeoutMs),
		// A failed attempt is not an error here: the client goes on trying, and takes find out.
		connect: () =>
			inTime(redis.connect(), CONNECT_TIMEOUT_MS).catch(() => undefined),
		close: () => redis.disconnect(),
	};
}

async function runAll(
	redis: Redis,
	many: (string | number)[][],
): Promise<unknown[]> {
	const pipeline = redis.pipeline() as unknown as {
		reeveTake(...scriptArguments: (string | number)[]): unknown;
		exec(): Promise<[Error | null, unknown][] | null>;
	};
	for (const scriptArguments of many) pipeline.reeveTake(...scriptArguments);
	const replies = (await pipeline.exec()) ?? [];
	const failed = replies.find(([error]) => error !== null);
	if (failed) throw failed[0];
	return replies.map(([, reply]) => reply);
}

function openRedis(url: string): Redis {
	if (!/^(rediss?:\/\/|\/)/.test(url)) {
		// The value may hold a password and is not repeated.
		throw new Error(
			"REDIS_URL must begin with redis:// or rediss://, or be the path of a Unix socket",
		);
	}
	const redis = new Redis(url, {
		lazyConnect: true,
		connectTimeout: CONNECT_TIMEOUT_MS,
		// A call that cannot be answered now is answered by this process: nothing is queued, and nothing sent again after a reconnect.
		enableOfflineQueue: false,
		autoResendUnfulfilledCommands: false,
		maxRetriesPerRequest: 0,
		retryStrategy: (attempt) => Math.min(50 * attempt, RECONNECT_DELAY_MAX_MS),
		// After a fail-over the old primary refuses writes: find the new one.
		reconnectOnError: (error) => error.message.startsWith("READONLY"),
	});
	// Every failure shows in the call that met it; an unheard "error" event would be printed.
	redis.on("error", () => undefined);
	redis.defineCommand("reeveTake", {
		numberOfKeys: SCRIPT_KEYS,
		lua: TAKE_SCRIPT,
	});
	return redis;
}

/** Rejects after the time unless the promise has settled. An answer that waits unread because this process was busy still counts. */
function inTime<Value>(
	promise: Promise<Value>,
	timeoutMs: number,
): Promise<Value> {
	return new Promise((resolve, reject) => {
		const timer = setTimeout(() => {
			// Sockets are read between timers and immediates.
			setImmediate(() => {
				reject(new Error(`Redis did not answer within ${timeoutMs} ms`));
			});
		}, timeoutMs);
		promise.then(resolve, reject).finally(() => clearTimeout(timer));
	});
}
