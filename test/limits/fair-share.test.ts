import { expect, test } from "vitest";
import type { GcraPolicy } from "../../src/kernel/limits/gcra.ts";
import type { LimitRequest } from "../../src/kernel/limits/limiter.ts";
import {
	type MemoryLimiter,
	memoryLimiter,
} from "../../src/kernel/limits/memory-limiter.ts";
import { randomFrom } from "./random-history.ts";

const START_MS = 1_800_000_000_000;
const policy = { perMinute: 120, burst: 1200 };

function call(account: number, drawn: GcraPolicy = policy): LimitRequest {
	return { credential: { key: "token", account, policy: drawn } };
}

/** A caller that tries every so often. */
interface Driver {
	account: number;
	everyMs: number;
	fromMs?: number;
	untilMs?: number;
}

/** Runs the drivers side by side for some time; calls served per account. */
function drive(
	limiter: MemoryLimiter,
	drivers: Driver[],
	fromMs: number,
	untilMs: number,
): Map<number, number> {
	const served = new Map<number, number>();
	for (const { account } of drivers) served.set(account, 0);
	for (let ms = fromMs; ms < untilMs; ms += 10) {
		for (const driver of drivers) {
			if (ms % driver.everyMs !== 0) continue;
			if (ms < (driver.fromMs ?? 0)) continue;
			if (!limiter.take(call(driver.account), START_MS + ms).allowed) continue;
			served.set(driver.account, (served.get(driver.account) ?? 0) + 1);
		}
	}
	return served;
}

/** The plainest bucket there is: tokens that refill with time. */
function plainBucket({ perMinute, burst }: GcraPolicy) {
	let tokens = burst;
	let atMs = START_MS;
	return (nowMs: number): boolean => {
		tokens = Math.min(burst, tokens + ((nowMs - atMs) * perMinute) / 60_000);
		atMs = nowMs;
		if (tokens < 1) return false;
		tokens -= 1;
		return true;
	};
}

test.each([
	[{ perMinute: 120, burst: 1200 }],
	[{ perMinute: 60, burst: 10 }],
	[{ perMinute: 600, burst: 1 }],
])(
	"one account alone is served exactly as by a plain bucket of %o",
	(drawn) => {
		const random = randomFrom(drawn.burst);
		const limiter = memoryLimiter();
		const plain = plainBucket(drawn);
		// Steps of 125 ms refill a quarter, an eighth or five quarters of a call: plain tokens stay exact in doubles.
		let nowMs = START_MS;
		for (let step = 0; step < 100_000; step++) {
			if (random() < 0.3) nowMs += 125 * Math.floor(random() * 12);
			if (random() < 0.001) nowMs += 300_000;
			expect(limiter.take(call(7, drawn), nowMs).allowed).toBe(plain(nowMs));
		}
	},
);

test("an account that others have shared with and left is served as by a plain bucket again", () => {
	const limiter = memoryLimiter();
	drive(limiter, [{ account: 1, everyMs: 10 }], 0, 30_000);
	drive(
		limiter,
		[
			{ account: 1, everyMs: 10 },
			{ account: 2, everyMs: 10 },
		],
		30_000,
		90_000,
	);
	const first = { account: 1, everyMs: 10 };
	// What was kept for the other while it counted as active is not lost: two minutes, two minutes' refill.
	const leaving = drive(limiter, [first], 90_000, 210_000).get(1) ?? 0;
	expect(leaving).toBeGreaterThanOrEqual(239);
	expect(leaving).toBeLessThanOrEqual(241);
	const alone = drive(limiter, [first], 210_000, 270_000);
	expect(alone.get(1)).toBe(120);
});

test("promise N10: a tenant that arrives while another is hammered gets its half of the refill at once", () => {
	const limiter = memoryLimiter();
	const hammered = { account: 1, everyMs: 10 };
	drive(limiter, [hammered], 0, 120_000);
	const arriving = { account: 2, everyMs: 100 };
	let fromMs = 120_000;
	for (let window = 0; window < 6; window++) {
		const untilMs = fromMs + 10_000;
		const served = drive(limiter, [hammered, arriving], fromMs, untilMs);
		expect(served.get(2)).toBeGreaterThanOrEqual(9);
		fromMs = untilMs;
	}
});

test("a tenant with a modest script is served in full beside one that is hammered", () => {
	const limiter = memoryLimiter();
	const hammered = { account: 1, everyMs: 10 };
	drive(limiter, [hammered], 0, 120_000);
	const modest = { account: 2, everyMs: 2000 };
	const served = drive(limiter, [hammered, modest], 120_000, 720_000);
	// The first call may find the bucket empty to the last token.
	expect(served.get(2)).toBeGreaterThanOrEqual(299);
});

test("what one tenant leaves unused the other gets: together they use the whole refill", () => {
	const limiter = memoryLimiter();
	const drivers = [
		{ account: 1, everyMs: 10 },
		{ account: 2, everyMs: 4000 },
	];
	drive(limiter, drivers, 0, 600_000);
	const served = drive(limiter, drivers, 600_000, 4_200_000);
	const total = (served.get(1) ?? 0) + (served.get(2) ?? 0);
	// An hour's refill, give or take the reserve that may have filled meanwhile.
	expect(total).toBeGreaterThanOrEqual(7200 - 120);
	expect(total).toBeLessThanOrEqual(7200 + 120);
	expect(served.get(2)).toBe(900);
});

test("ten hammered tenants share the refill evenly", () => {
	const limiter = memoryLimiter();
	const drivers = Array.from({ length: 10 }, (_, index) => ({
		account: index + 1,
		// The first ones ask far more often than the last.
		everyMs: 10 * (index + 1),
	}));
	drive(limiter, drivers, 0, 300_000);
	const served = drive(limiter, drivers, 300_000, 900_000);
	for (const count of served.values()) {
		expect(count).toBeGreaterThanOrEqual(108);
		expect(count).toBeLessThanOrEqual(132);
	}
});

test("a refused attempt keeps an account active: its share waits for it", () => {
	const limiter = memoryLimiter();
	drive(limiter, [{ account: 1, everyMs: 10 }], 0, 60_000);
	const second = call(2);
	const first = call(1);
	limiter.take(first, START_MS + 60_000);
	// The bucket is empty: this attempt is refused, and counts.
	expect(limiter.take(second, START_MS + 60_000).allowed).toBe(false);
	const soonMs = START_MS + 61_000;
	expect(limiter.take(first, soonMs).allowed).toBe(true);
	expect(limiter.take(first, soonMs).allowed).toBe(false);
	expect(limiter.take(second, soonMs).allowed).toBe(true);
	// A minute after its last attempt the second account counts no more.
	const laterMs = soonMs + 60_000;
	expect(limiter.peek(first, laterMs - 1).buckets[0]?.remaining).toBe(59);
	expect(limiter.peek(first, laterMs).buckets[0]?.remaining).toBe(120);
});

test("with more active accounts than the reserve has calls, each is still served in turn", () => {
	const limiter = memoryLimiter();
	const tight = { perMinute: 600, burst: 20 };
	const served = new Map<number, number>();
	for (let ms = 0; ms < 120_000; ms += 20) {
		for (let account = 1; account <= 40; account++) {
			if (!limiter.take(call(account, tight), START_MS + ms).allowed) continue;
			served.set(account, (served.get(account) ?? 0) + 1);
		}
	}
	// 1,200 calls of refill for 40 accounts, each asking at every chance but always in the same order.
	expect(served.size).toBe(40);
	expect(Math.min(...served.values())).toBeGreaterThanOrEqual(25);
});
