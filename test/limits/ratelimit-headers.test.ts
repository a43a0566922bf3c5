import { expect, test } from "vitest";
import type { LimitRequest } from "../../src/kernel/limits/limiter.ts";
import { memoryLimiter } from "../../src/kernel/limits/memory-limiter.ts";
import { rateLimitHeaders } from "../../src/kernel/limits/ratelimit-headers.ts";

const START_MS = 1_800_000_000_000;

const request: LimitRequest = {
	credential: {
		key: "token",
		account: 1,
		policy: { perMinute: 120, burst: 1200 },
	},
	operation: { key: "groups.list", limit: 500 },
};

test("an answer tells the quota, its window, what remains and when all is back", () => {
	const limiter = memoryLimiter();
	for (let times = 0; times < 3; times++) limiter.take(request, START_MS);
	const decision = limiter.take(request, START_MS + 1000.5);
	expect(rateLimitHeaders(decision)).toEqual({
		rateLimitPolicy: '"credential";q=1200;w=600, "operation";q=500;w=60',
		rateLimit: '"credential";r=1198;t=1, "operation";r=496;t=59',
		retryAfterSeconds: undefined,
	});
});

test("a refusal tells whole seconds to wait, at least one, and never too few", () => {
	const limiter = memoryLimiter();
	while (limiter.take(request, START_MS).allowed);
	const refused = rateLimitHeaders(limiter.take(request, START_MS + 300));
	expect(refused.retryAfterSeconds).toBe(60);
	expect(refused.rateLimit).toBe(
		'"credential";r=700;t=250, "operation";r=0;t=60',
	);
	const { credential } = request;
	while (limiter.take({ credential }, START_MS).allowed);
	const soon = limiter.take({ credential }, START_MS + 499);
	expect(soon.retryAfterMs).toBe(1);
	expect(rateLimitHeaders(soon).retryAfterSeconds).toBe(1);
});

test("the seconds of a GCRA window are its burst divided by its rate", () => {
	const address = { key: "192.0.2.1", policy: { perMinute: 10, burst: 30 } };
	const decision = memoryLimiter().take({ address }, START_MS);
	expect(rateLimitHeaders(decision)).toMatchObject({
		rateLimitPolicy: '"address";q=30;w=180',
		rateLimit: '"address";r=29;t=6',
	});
});
