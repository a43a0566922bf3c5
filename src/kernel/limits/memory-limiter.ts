import {
	type BucketStates,
	decisionOf,
	longestWait,
	settleStates,
	spend,
} from "./bucket-states.ts";
import { toMicroseconds } from "./gcra.ts";
import type { Decision, Limiter, LimitRequest } from "./limiter.ts";
import { MemoryBuckets } from "./memory-buckets.ts";

/** The limiter of one process: answers at once, keeps everything in memory, and forgets what has become idle. */
export interface MemoryLimiter extends Limiter {
	take(request: LimitRequest, nowMs: number): Decision;
	peek(request: LimitRequest, nowMs: number): Decision;
	peekMany(
		requests: readonly LimitRequest[],
		nowMs: number,
	): readonly Decision[];
	/** Keys held at present. */
	readonly keyCount: number;
}

export interface MemoryLimiterOptions {
	/** Most keys kept of each kind of bucket; 100,000 unless given. */
	keysMax?: number | undefined;
}

const KEYS_MAX = 100_000;

/** A limiter whose budgets belong to this process alone. */
export function memoryLimiter(
	options: MemoryLimiterOptions = {},
): MemoryLimiter {
	const buckets = new MemoryBuckets(options.keysMax ?? KEYS_MAX);
	const load = (request: LimitRequest, nowUs: number): BucketStates => {
		const states = buckets.load(request, nowUs);
		settleStates(request, states, nowUs);
		return states;
	};
	const peek = (request: LimitRequest, nowMs: number): Decision => {
		const nowUs = toMicroseconds(nowMs);
		const states = load(request, nowUs);
		buckets.keepSettled(states);
		const allowed = longestWait(request, states, nowUs).waitUs === 0;
		return decisionOf(request, states, nowUs, allowed);
	};
	return {
		degraded: false,
		get keyCount() {
			return buckets.keyCount;
		},
		take(request, nowMs) {
			const nowUs = toMicroseconds(nowMs);
			const states = load(request, nowUs);
			const allowed = spend(request, states, nowUs);
			buckets.store(request, states, nowUs);
			return decisionOf(request, states, nowUs, allowed);
		},
		peek,
		peekMany: (requests, nowMs) =>
			requests.map((request) => peek(request, nowMs)),
		async close() {},
	};
}
