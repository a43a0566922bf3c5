import { decisionOf } from "./bucket-states.ts";
import { toMicroseconds } from "./gcra.ts";
import type { Decision, Limiter, LimitRequest } from "./limiter.ts";
import { type MemoryLimiter, memoryLimiter } from "./memory-limiter.ts";
import { parseReply, scriptArguments } from "./redis-request.ts";
import { type ScriptRunner, scriptRunner } from "./redis-script-runner.ts";

/** The part of a logger that the limiter uses; pino's has this form. */
export interface OutageLogger {
	warn(fields: object, message: string): void;
	info(fields: object, message: string): void;
}

export interface RedisLimiterOptions {
	logger?: OutageLogger | undefined;
	/** How long one call may wait for Redis before this process answers; 100 unless given. */
	timeoutMs?: number | undefined;
}

const TIMEOUT_MS = 100;
const PROBE_INTERVAL_MS = 250;

/** A bucket nobody else uses: taking from it shows that Redis runs scripts and accepts writes. */
const PROBE: LimitRequest = {
	address: {
		key: "probe",
		policy: { perMinute: 60, burst: 1 },
	},
};

/**
 * A limiter whose budgets are shared by all processes on one Redis or Valkey: the same figures as {@link memoryLimiter}, one script call a
 * take. While Redis is out of reach each process counts alone, from its own full buckets, and says so once in the log.
 *
 * Starts even when Redis is away. Throws only for a URL that cannot be one.
 */
export async function redisLimiter(
	url: string,
	options: RedisLimiterOptions = {},
): Promise<Limiter> {
	const runner = scriptRunner(url, options.timeoutMs ?? TIMEOUT_MS);
	const limiter = new SharedLimiter(runner, options.logger);
	await runner.connect();
	await limiter.probe();
	return limiter;
}

class SharedLimiter implements Limiter {
	readonly #runner: ScriptRunner;
	readonly #logger: OutageLogger | undefined;
	readonly #alone: MemoryLimiter = memoryLimiter();
	#degraded = false;
	#closed = false;
	#probeTimer: NodeJS.Timeout | undefined;

	constructor(runner: ScriptRunner, logger: OutageLogger | undefined) {
		this.#runner = runner;
		this.#logger = logger;
	}

	get degraded(): boolean {
		return this.#degraded;
	}

	async take(request: LimitRequest, nowMs: number): Promise<Decision> {
		const nowUs = toMicroseconds(nowMs);
		if (this.#degraded) return this.#alone.take(request, nowMs);
		try {
			return await this.#ask(request, nowUs, true);
		} catch (error) {
			this.#degrade(error);
			return this.#alone.take(request, nowMs);
		}
	}

	async peek(request: LimitRequest, nowMs: number): Promise<Decision> {
		const nowUs = toMicroseconds(nowMs);
		if (this.#degraded) return this.#alone.peek(request, nowMs);
		try {
			return await this.#ask(request, nowUs, false);
		} catch (error) {
			this.#degrade(error);
			return this.#alone.peek(request, nowMs);
		}
	}

	async peekMany(
		requests: readonly LimitRequest[],
		nowMs: number,
	): Promise<readonly Decision[]> {
		const nowUs = toMicroseconds(nowMs);
		if (this.#degraded) return this.#alone.peekMany(requests, nowMs);
		try {
			const replies = await this.#runner.runAll(
				requests.map((request) => scriptArguments(request, nowUs, false)),
			);
			return requests.map((request, index) =>
				toDecision(request, nowUs, replies[index]),
			);
		} catch (error) {
			this.#degrade(error);
			return this.#alone.peekMany(requests, nowMs);
		}
	}

	async close(): Promise<void> {
		this.#closed = true;
		clearTimeout(this.#probeTimer);
		this.#runner.close();
	}

	/** Finds out whether Redis serves; goes on asking until it does. */
	async probe(): Promise<void> {
		try {
			await this.#ask(PROBE, toMicroseconds(Date.now()), true);
			this.#recover();
		} catch (error) {
			this.#degrade(error);
			this.#probeLater();
		}
	}

	async #ask(
		request: LimitRequest,
		nowUs: number,
		spending: boolean,
	): Promise<Decision> {
		const reply = await this.#runner.run(
			scriptArguments(request, nowUs, spending),
		);
		return toDecision(request, nowUs, reply);
	}

	#degrade(error: unknown): void {
		if (this.#degraded || this.#closed) return;
		this.#degraded = true;
		const reason = error instanceof Error ? error.message : String(error);
		this.#logger?.warn(
			{ reason },
			"Redis is out of reach: each server counts its limits alone",
		);
		this.#probeLater();
	}

	#recover(): void {
		if (!this.#degraded || this.#closed) return;
		this.#degraded = false;
		this.#logger?.info({}, "Redis is back: limits are shared again");
	}

	#probeLater(): void {
		if (this.#closed) return;
		clearTimeout(this.#probeTimer);
		this.#probeTimer = setTimeout(() => void this.probe(), PROBE_INTERVAL_MS);
		this.#probeTimer.unref();
	}
}

function toDecision(
	request: LimitRequest,
	nowUs: number,
	reply: unknown,
): Decision {
	const { allowed, states } = parseReply(reply);
	return decisionOf(request, states, nowUs, allowed);
}
