import fc from "fast-check";
import { expect, test } from "vitest";
import type {
	Decision,
	Limiter,
	LimitRequest,
} from "../../src/kernel/limits/limiter.ts";
import {
	type MemoryLimiter,
	memoryLimiter,
} from "../../src/kernel/limits/memory-limiter.ts";

const START_MS = 1_800_000_000_000;
const HORIZON_MS = 600_000;
const policy = { perMinute: 120, burst: 1200 };

function call(account: number, key = "token"): LimitRequest {
	return { credential: { key, account, policy } };
}

/** Calls at once until one is refused; how many were served. */
function drain(
	limiter: MemoryLimiter,
	request: LimitRequest,
	nowMs: number,
): number {
	let served = 0;
	while (served < 5000 && limiter.take(request, nowMs).allowed) served += 1;
	return served;
}

test("promise N10: 1200 calls at once from rest, then one each 500 ms", () => {
	const limiter = memoryLimiter();
	expect(drain(limiter, call(1), START_MS)).toBe(1200);
	const refusal = limiter.take(call(1), START_MS);
	expect(refusal).toMatchObject({
		allowed: false,
		retryAfterMs: 500,
		refusedBy: "credential",
	});
	for (let next = 1; next <= 20; next++) {
		const dueMs = START_MS + next * 500;
		expect(limiter.take(call(1), dueMs - 0.001).allowed).toBe(false);
		expect(limiter.take(call(1), dueMs).allowed).toBe(true);
		expect(limiter.take(call(1), dueMs).allowed).toBe(false);
	}
});

test("promise N10: ten minutes of hammering are served 120 calls a minute beyond the burst", () => {
	const limiter = memoryLimiter();
	let served = 0;
	for (let ms = 0; ms < 600_000; ms += 7) {
		if (limiter.take(call(1), START_MS + ms).allowed) served += 1;
	}
	expect(served).toBe(1200 + 1199);
});

test("promise N10: the budget is one per token, however many tenants it drives", () => {
	const limiter = memoryLimiter();
	let served = 0;
	for (let round = 0; round < 300; round++) {
		for (let tenant = 1; tenant <= 10; tenant++) {
			if (limiter.take(call(tenant), START_MS).allowed) served += 1;
		}
	}
	expect(served).toBe(1200);
	expect(drain(limiter, call(1, "another token"), START_MS)).toBe(1200);
});

test("a refused call costs nothing: the operation's refusal leaves the token's budget, and the other way round", () => {
	const limiter = memoryLimiter();
	const narrow = { ...call(1), operation: { key: "narrow", limit: 1 } };
	limiter.take(narrow, START_MS);
	expect(limiter.take(narrow, START_MS).refusedBy).toBe("operation");
	expect(remaining(limiter.peek(call(1), START_MS))).toEqual([1199]);
	drain(limiter, call(1), START_MS);
	const wide = { ...call(1), operation: { key: "wide", limit: 7 } };
	expect(limiter.take(wide, START_MS).refusedBy).toBe("credential");
	expect(remaining(limiter.peek(wide, START_MS))).toEqual([0, 7]);
});

function remaining(decision: Decision): number[] {
	return decision.buckets.map((bucket) => bucket.remaining);
}

test("of several refusing buckets the one with the longest wait answers", () => {
	const limiter = memoryLimiter();
	const narrow = { ...call(1), operation: { key: "narrow", limit: 1 } };
	limiter.take(narrow, START_MS);
	drain(limiter, call(1), START_MS);
	expect(limiter.take(narrow, START_MS + 100)).toMatchObject({
		refusedBy: "operation",
		retryAfterMs: 59_900,
	});
});

test("peeking tells the budget and spends nothing", () => {
	const limiter = memoryLimiter();
	for (let times = 0; times < 5000; times++) limiter.peek(call(1), START_MS);
	expect(limiter.keyCount).toBe(0);
	const [bucket] = limiter.peek(call(1), START_MS).buckets;
	expect(bucket).toEqual({
		name: "credential",
		limit: 1200,
		windowSeconds: 600,
		remaining: 1200,
		resetMs: 0,
	});
});

test("the wait told with a refusal is exact, and nothing remains exactly when a bucket refuses", () => {
	const gaps = fc.array(
		fc.record({
			gapMs: fc.integer({ min: 0, max: 4000 }).map((tenths) => tenths / 10),
			account: fc.integer({ min: 1, max: 4 }),
		}),
		{ maxLength: 200 },
	);
	const policies = fc.record({
		perMinute: fc.integer({ min: 1, max: 1000 }),
		burst: fc.integer({ min: 1, max: 60 }),
	});
	fc.assert(
		fc.property(gaps, policies, (steps, drawn) => {
			const limiter = memoryLimiter();
			let nowMs = START_MS;
			for (const { gapMs, account } of steps) {
				// The limiter's clock ticks in microseconds: a sum of tenths must not drift between two of them.
				nowMs = Math.round((nowMs + gapMs) * 1000) / 1000;
				const request = {
					credential: { key: "token", account, policy: drawn },
					operation: { key: "list", limit: 30, blockMs: 5000 },
				};
				const decision = limiter.take(request, nowMs);
				const after = limiter.peek(request, nowMs);
				expect(remaining(after).includes(0)).toBe(!after.allowed);
				if (decision.allowed) continue;
				const dueMs = nowMs + decision.retryAfterMs;
				expect(limiter.peek(request, dueMs).allowed).toBe(true);
			}
		}),
		{ numRuns: 300 },
	);
});

test.each([
	["back by a second", -1_000],
	["back by five minutes", -300_000],
	["back by eleven minutes", -660_000],
	["back by ten years", -315_360_000_000],
	["ahead by a second", 1_000],
	["ahead by ten years", 315_360_000_000],
])(
	"a clock that jumps %s locks nobody out beyond the bucket's horizon, and gives at most one burst",
	(_name, jumpMs) => {
		const limiter = memoryLimiter();
		drain(limiter, call(1), START_MS);
		const jumpedMs = START_MS + jumpMs;
		expect(drain(limiter, call(1), jumpedMs)).toBeLessThanOrEqual(1200);
		expect(firstServedAfterMs(limiter, jumpedMs)).toBeLessThanOrEqual(
			HORIZON_MS,
		);
	},
);

function firstServedAfterMs(limiter: MemoryLimiter, fromMs: number): number {
	for (let ms = 0; ms <= 2 * HORIZON_MS; ms += 250) {
		if (limiter.take(call(1), fromMs + ms).allowed) return ms;
	}
	return Number.POSITIVE_INFINITY;
}

test("an address whose failures are only peeked at is let in again after the clock went back", () => {
	const limiter = memoryLimiter();
	const guess = {
		address: { key: "192.0.2.1", policy: { perMinute: 10, burst: 30 } },
	};
	expect(drain(limiter, guess, START_MS)).toBe(30);
	const backMs = START_MS - 86_400_000;
	expect(limiter.peek(guess, backMs).allowed).toBe(false);
	expect(limiter.peek(guess, backMs + 6000).allowed).toBe(true);
});

test("failed authentications of one address: thirty at once, then ten a minute", () => {
	const limiter = memoryLimiter();
	const guess = {
		address: { key: "192.0.2.1", policy: { perMinute: 10, burst: 30 } },
	};
	expect(drain(limiter, guess, START_MS)).toBe(30);
	expect(limiter.peek(guess, START_MS + 5999).allowed).toBe(false);
	expect(limiter.peek(guess, START_MS + 6000).allowed).toBe(true);
	expect(drain(limiter, guess, START_MS + 60_000)).toBe(10);
});

test("a clock that gives no number is an error and not a free call", () => {
	const limiter: Limiter = memoryLimiter();
	expect(() => limiter.take(call(1), Number.NaN)).toThrow(RangeError);
});

test.each([
	[{ perMinute: 0, burst: 10 }],
	[{ perMinute: 60, burst: 0 }],
	[{ perMinute: Number.NaN, burst: 10 }],
])("a budget of %o is an error and not a free call", (nonsense) => {
	const request = { address: { key: "192.0.2.1", policy: nonsense } };
	expect(() => memoryLimiter().take(request, START_MS)).toThrow(RangeError);
});
