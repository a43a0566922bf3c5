import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type {
	Decision,
	Limiter,
	LimitRequest,
} from "../../src/kernel/limits/limiter.ts";
import { memoryLimiter } from "../../src/kernel/limits/memory-limiter.ts";
import {
	type RedisLimiterOptions,
	redisLimiter,
} from "../../src/kernel/limits/redis-limiter.ts";
import { countingProxy } from "../support/counting-proxy.ts";
import { type RedisServer, redisServer } from "../support/redis-server.ts";
import { requireBinary } from "../support/requires.ts";
import { randomHistory } from "./random-history.ts";

const START_MS = 1_800_000_000_000;
const BATCH = 500;
const binary = requireBinary("redis-server");

const request: LimitRequest = {
	credential: {
		key: "token",
		account: 1,
		policy: { perMinute: 120, burst: 1200 },
	},
	operation: { key: "groups.list", limit: 500 },
};

test("a REDIS_URL that cannot be one is refused by name, without repeating what it holds", async () => {
	const opening = redisLimiter("http://user:hunter2@example.test");
	await expect(opening).rejects.toThrow(/REDIS_URL must begin with redis:/);
	await expect(opening).rejects.not.toThrow(/hunter2/);
});

describe.skipIf(binary === undefined)("limits shared on Redis", () => {
	let server: RedisServer;
	const limiters: Limiter[] = [];
	const open = async (options: RedisLimiterOptions = {}) => {
		// The patience of a busy test machine; outages are tested with the default.
		const limiter = await redisLimiter(server.url, {
			timeoutMs: 20_000,
			...options,
		});
		limiters.push(limiter);
		return limiter;
	};

	beforeEach(async () => {
		server = await redisServer(binary ?? "");
		await server.start();
	});

	afterEach(async () => {
		for (const limiter of limiters.splice(0)) await limiter.close();
		await server.dispose();
	});

	test("many budgets are asked for in one round trip, and asking spends nothing", async () => {
		const proxy = await countingProxy(server.url);
		const limiter = await redisLimiter(proxy.url, { timeoutMs: 20_000 });
		limiters.push(limiter);
		const requests = Array.from({ length: 200 }, (_, n) => ({
			credential: {
				key: `token ${n}`,
				account: 1,
				policy: { perMinute: 120, burst: 1200 },
			},
		}));
		for (let n = 0; n < 3; n++)
			await limiter.take(requests[7] as LimitRequest, START_MS);
		await limiter.peekMany(requests, START_MS);
		const before = proxy.trips();
		const decisions = await limiter.peekMany(requests, START_MS);
		// One, but for how the socket cuts it into pieces.
		expect(proxy.trips() - before).toBeLessThan(5);
		const left = decisions.map(({ buckets }) => buckets[0]?.remaining);
		expect(left).toEqual(requests.map((_, n) => (n === 7 ? 1197 : 1200)));
		await proxy.close();
	});

	test.each([2, 3])(
		"memory and Redis decide the same over random calls (seed %i)",
		async (seed) => {
			const memory = memoryLimiter();
			const shared = await open();
			const expected: Decision[] = [];
			let pending: (Decision | Promise<Decision>)[] = [];
			for (const step of randomHistory(seed, 30_000)) {
				const verb = step.spending ? "take" : "peek";
				expected.push(memory[verb](step.request, step.nowMs));
				// One connection keeps the order of what is sent on it.
				pending.push(shared[verb](step.request, step.nowMs));
				if (pending.length < BATCH) continue;
				expect(await Promise.all(pending)).toEqual(expected.splice(0));
				pending = [];
			}
			expect(shared.degraded).toBe(false);
		},
	);

	test("memory and Redis decide the same when a token drives more accounts than are told apart", async () => {
		const memory = memoryLimiter();
		const shared = await open();
		const expected: Decision[] = [];
		const pending: (Decision | Promise<Decision>)[] = [];
		for (let index = 0; index < 4000; index++) {
			const policy = { perMinute: 6000, burst: 100 };
			const credential = { key: "token", account: index % 1300, policy };
			const nowMs = START_MS + index * 20;
			expected.push(memory.take({ credential }, nowMs));
			pending.push(shared.take({ credential }, nowMs));
		}
		expect(await Promise.all(pending)).toEqual(expected);
	});

	test("two servers share one budget", async () => {
		const [one, other] = [await open(), await open()];
		let served = 0;
		for (let round = 0; round < 300; round++) {
			const decisions = await Promise.all([
				one.take(request, START_MS),
				other.take(request, START_MS),
				other.take(request, START_MS),
			]);
			served += decisions.filter((decision) => decision.allowed).length;
		}
		expect(served).toBe(500);
		const left = await one.peek(request, START_MS);
		expect(left.buckets.map((bucket) => bucket.remaining)).toEqual([700, 0]);
	});

	test("every key carries one hash tag and goes away by itself", async () => {
		const limiter = await open();
		const address = { key: "192.0.2.1", policy: { perMinute: 10, burst: 30 } };
		await limiter.take({ ...request, address }, START_MS);
		const keys = await server.command("KEYS", "*");
		expect(keys).toHaveLength(5);
		for (const key of keys) {
			expect(key).toMatch(/^\{reeve\}:/);
			expect(Number(await server.command("PTTL", key))).toBeGreaterThan(0);
		}
	});

	test("with Redis gone a server counts alone, says so once, and shares again when Redis is back", async () => {
		const outage = listenForOutage();
		const limiter = await open({ logger: outage.logger });
		expect((await limiter.take(request, START_MS)).allowed).toBe(true);
		expect(limiter.degraded).toBe(false);
		await server.kill();

		const alone: Decision[] = [];
		for (let times = 0; times < 600; times++) {
			alone.push(await limiter.take(request, START_MS));
		}
		expect(limiter.degraded).toBe(true);
		expect(alone.filter((decision) => decision.allowed)).toHaveLength(500);
		expect(outage.warnings).toHaveLength(1);

		await server.start();
		await outage.over;
		expect(limiter.degraded).toBe(false);
		const [bucket] = (await limiter.take(request, START_MS)).buckets;
		// The new Redis knows nothing of before: this answer is its own.
		expect(bucket?.remaining).toBe(1199);
		expect(outage.warnings).toHaveLength(1);
	});

	test("a Redis that is there and does not answer keeps no call waiting", async () => {
		const outage = listenForOutage();
		const limiter = await open({ logger: outage.logger, timeoutMs: 100 });
		server.signal("SIGSTOP");
		const begun = performance.now();
		const decisions = await Promise.all(
			Array.from({ length: 50 }, () => limiter.take(request, START_MS)),
		);
		const waitedMs = performance.now() - begun;
		expect(decisions.every((decision) => decision.allowed)).toBe(true);
		expect(limiter.degraded).toBe(true);
		// A tenth of a second, and what a busy test machine adds.
		expect(waitedMs).toBeLessThan(500);
		expect(outage.warnings).toHaveLength(1);
		server.signal("SIGCONT");
		await outage.over;
		expect(limiter.degraded).toBe(false);
	});

	test("a server starts while Redis is away, and joins it later", async () => {
		await server.kill();
		const outage = listenForOutage();
		const limiter = await open({ logger: outage.logger });
		expect(limiter.degraded).toBe(true);
		expect((await limiter.take(request, START_MS)).allowed).toBe(true);
		await server.start();
		await outage.over;
		expect(limiter.degraded).toBe(false);
	});
});

/** A logger that keeps warnings, and a promise of the line that tells the end of the outage. */
function listenForOutage() {
	const warnings: string[] = [];
	let end = () => {};
	const over = new Promise<void>((resolve) => {
		end = resolve;
	});
	const logger = {
		warn: (_fields: object, message: string) => void warnings.push(message),
		info: () => end(),
	};
	return { warnings, over, logger };
}
