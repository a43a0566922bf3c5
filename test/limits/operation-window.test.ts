import { expect, test } from "vitest";
import { defaultLimits } from "../../src/kernel/limit-settings.ts";
import type { LimitRequest } from "../../src/kernel/limits/limiter.ts";
import {
	type MemoryLimiter,
	memoryLimiter,
} from "../../src/kernel/limits/memory-limiter.ts";

const START_MS = 1_800_000_000_000;
const policy = { perMinute: 6000, burst: 10_000 };

function call(
	operation: LimitRequest["operation"],
	token = "token",
): LimitRequest {
	return { credential: { key: token, account: 1, policy }, operation };
}

function drain(
	limiter: MemoryLimiter,
	request: LimitRequest,
	nowMs: number,
): number {
	let served = 0;
	while (served < 5000 && limiter.take(request, nowMs).allowed) served += 1;
	return served;
}

const read = { key: "groups.list", limit: defaultLimits.readsPerMinute };
const write = { key: "groups.create", limit: defaultLimits.writesPerMinute };

test("promise O6: 500 reads and 100 writes a minute of each endpoint, then refusal until the minute is over", () => {
	const limiter = memoryLimiter();
	expect(drain(limiter, call(read), START_MS)).toBe(500);
	expect(drain(limiter, call(write), START_MS + 10_000)).toBe(100);
	expect(limiter.take(call(read), START_MS + 20_000)).toMatchObject({
		allowed: false,
		refusedBy: "operation",
		retryAfterMs: 40_000,
	});
	expect(limiter.take(call(read), START_MS + 59_999.999).allowed).toBe(false);
	expect(drain(limiter, call(read), START_MS + 60_000)).toBe(500);
	expect(drain(limiter, call(write), START_MS + 69_999)).toBe(0);
	expect(drain(limiter, call(write), START_MS + 70_000)).toBe(100);
});

test("promise O6: endpoints and keys are counted apart", () => {
	const limiter = memoryLimiter();
	drain(limiter, call(read), START_MS);
	expect(limiter.take(call(write), START_MS).allowed).toBe(true);
	expect(limiter.take(call(read, "another"), START_MS).allowed).toBe(true);
	expect(limiter.take({ operation: read }, START_MS).allowed).toBe(true);
});

test("promise O6: an endpoint's own figure holds, and the window begins with the first call", () => {
	const limiter = memoryLimiter();
	const slow = call({ key: "device.getInterfaces", limit: 20 });
	limiter.take(slow, START_MS + 12_345);
	expect(drain(limiter, slow, START_MS + 40_000)).toBe(19);
	expect(drain(limiter, slow, START_MS + 72_344)).toBe(0);
	expect(drain(limiter, slow, START_MS + 72_345)).toBe(20);
});

test("promise O6: exceeding an endpoint with a block shuts it for one minute from the first refusal, and calls meanwhile do not extend it", () => {
	const limiter = memoryLimiter();
	const blocking = call({ key: "alarm.list", limit: 100, blockMs: 60_000 });
	expect(drain(limiter, blocking, START_MS)).toBe(100);
	const refusedMs = START_MS + 30_000;
	// The first refusal was the one that ended the drain, so the block counts from the start.
	expect(limiter.take(blocking, refusedMs).retryAfterMs).toBe(30_000);
	expect(drain(limiter, blocking, START_MS + 60_000)).toBe(100);

	const other = call({ key: "alarm.clear", limit: 1, blockMs: 60_000 });
	limiter.take(other, START_MS);
	expect(limiter.peek(other, refusedMs).retryAfterMs).toBe(30_000);
	expect(limiter.take(other, refusedMs).retryAfterMs).toBe(60_000);
	for (let ms = 0; ms < 60_000; ms += 500) {
		const decision = limiter.take(other, refusedMs + ms);
		expect(decision.retryAfterMs).toBe(60_000 - ms);
	}
	expect(limiter.take(other, refusedMs + 60_000).allowed).toBe(true);
});

test("a block shorter than the rest of the window lasts until the window ends", () => {
	const limiter = memoryLimiter();
	const brief = call({ key: "alarm.list", limit: 1, blockMs: 5000 });
	limiter.take(brief, START_MS);
	expect(limiter.take(brief, START_MS + 1000).retryAfterMs).toBe(59_000);
	expect(limiter.take(brief, START_MS + 60_000).allowed).toBe(true);
});

test.each([
	["back by ten seconds", -10_000],
	["back by ten years", -315_360_000_000],
])(
	"a clock that jumps %s shuts an endpoint for at most one more minute, and gives no second window",
	(_name, jumpMs) => {
		const limiter = memoryLimiter();
		const blocking = call({ key: "alarm.list", limit: 100, blockMs: 60_000 });
		drain(limiter, blocking, START_MS);
		const jumpedMs = START_MS + jumpMs;
		expect(limiter.take(blocking, jumpedMs).retryAfterMs).toBe(60_000);
		expect(drain(limiter, blocking, jumpedMs + 60_000)).toBe(100);
	},
);

test("two servers whose clocks differ do not open the window anew for each other", () => {
	const limiter = memoryLimiter();
	const ahead = 2000;
	let served = 0;
	for (let ms = 0; ms < 50_000; ms += 20) {
		const skewMs = ms % 40 === 0 ? ahead : 0;
		const nowMs = START_MS + ms + skewMs;
		if (limiter.take(call(read), nowMs).allowed) served += 1;
	}
	expect(served).toBe(500);
});

test("a limit below one serves nobody", () => {
	const closed = call({ key: "groups.list", limit: 0 });
	expect(memoryLimiter().take(closed, START_MS)).toMatchObject({
		allowed: false,
		retryAfterMs: 60_000,
	});
});
