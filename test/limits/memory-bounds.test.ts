import { expect, test } from "vitest";
import type { LimitRequest } from "../../src/kernel/limits/limiter.ts";
import { memoryLimiter } from "../../src/kernel/limits/memory-limiter.ts";

const START_MS = 1_800_000_000_000;
const MILLION = 1_000_000;

function guess(key: string): LimitRequest {
	return { address: { key, policy: { perMinute: 10, burst: 30 } } };
}

function call(key: string, account: number): LimitRequest {
	return {
		credential: { key, account, policy: { perMinute: 120, burst: 1200 } },
		operation: { key: "groups.list", limit: 500 },
	};
}

test("a million credentials over a quarter of an hour leave behind little more than the last minute's", () => {
	const limiter = memoryLimiter();
	let most = 0;
	for (let index = 0; index < MILLION; index++) {
		limiter.take(call(`token ${index}`, index), START_MS + index);
		most = Math.max(most, limiter.keyCount);
	}
	// A thousand new ones a second, each of interest for a minute: 60,000 live ones at any time.
	expect(most).toBeLessThan(85_000);
});

test("a million addresses in one instant take no more room than the maximum", () => {
	const limiter = memoryLimiter({ keysMax: 20_000 });
	for (let index = 0; index < MILLION; index++) {
		limiter.take(guess(`address ${index}`), START_MS);
	}
	expect(limiter.keyCount).toBe(20_000);
});

test("a flood of new addresses does not wash away the one that is refused", () => {
	const limiter = memoryLimiter({ keysMax: 2000 });
	const guilty = guess("192.0.2.1");
	while (limiter.take(guilty, START_MS).allowed);
	for (let index = 0; index < 100_000; index++) {
		limiter.take(guess(`address ${index}`), START_MS);
	}
	expect(limiter.peek(guilty, START_MS).allowed).toBe(false);
});

test("forgetting idle buckets changes no decision: a debt and a long block outlive the sweep", () => {
	const limiter = memoryLimiter();
	const spent = call("spent", 1);
	for (let times = 0; times < 500; times++) limiter.take(spent, START_MS);
	const blocked = {
		...call("blocked", 1),
		operation: { key: "groups.list", limit: 1, blockMs: 300_000 },
	};
	for (let times = 0; times < 2; times++) limiter.take(blocked, START_MS);
	// Enough others, for long enough, to set the sweep going over these two again and again.
	for (let index = 0; index < 100_000; index++) {
		limiter.take(call(`token ${index}`, 1), START_MS + index);
	}
	const laterMs = START_MS + 100_000;
	const { buckets } = limiter.peek(spent, laterMs);
	expect(buckets.map((bucket) => bucket.remaining)).toEqual([900, 500]);
	expect(limiter.peek(blocked, laterMs).retryAfterMs).toBe(200_000);
});

test("a credential that drives ever new accounts keeps a bounded list of them and stays within its budget", () => {
	const limiter = memoryLimiter();
	let served = 0;
	for (let account = 0; account < 200_000; account++) {
		if (limiter.take(call("token", account), START_MS).allowed) served += 1;
	}
	expect(served).toBeLessThanOrEqual(500);
	expect(limiter.keyCount).toBe(1);
});
