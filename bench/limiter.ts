/**
 * What one decision of the limiter costs, in nanoseconds: memory in several situations, and Redis when REDIS_URL names one.
 *
 * Run: npx esbuild bench/limiter.ts --bundle --platform=node --format=esm --packages=external --outfile=dist/bench/limiter.js
 * then node dist/bench/limiter.js
 */

import type { LimitRequest } from "../src/kernel/limits/limiter.ts";
import { memoryLimiter } from "../src/kernel/limits/memory-limiter.ts";
import { rateLimitHeaders } from "../src/kernel/limits/ratelimit-headers.ts";
import { redisLimiter } from "../src/kernel/limits/redis-limiter.ts";

const CALLS = 2_000_000;
const ROUNDS = 5;
const START_MS = 1_800_000_000_000;
const policy = { perMinute: 120, burst: 1200 };

function request(token: string, account: number): LimitRequest {
	return {
		credential: { key: token, account, policy },
		operation: { key: "groups.list", limit: 500 },
	};
}

/** Median over the rounds of nanoseconds a call. */
function measure(name: string, call: (index: number) => unknown): void {
	const rounds: number[] = [];
	for (let round = 0; round < ROUNDS; round++) {
		const begun = process.hrtime.bigint();
		for (let index = 0; index < CALLS; index++) call(round * CALLS + index);
		rounds.push(Number(process.hrtime.bigint() - begun) / CALLS);
	}
	rounds.sort((a, b) => a - b);
	const median = rounds[Math.floor(ROUNDS / 2)] ?? Number.NaN;
	console.log(`${name.padEnd(58)}${median.toFixed(0).padStart(7)} ns`);
}

function measureMemory(): void {
	const requests = (count: number, make: (index: number) => LimitRequest) =>
		Array.from({ length: count }, (_, index) => make(index));
	const cases = {
		"one token, one account, served": [
			requests(1, () => request("token", 1)),
			600,
		],
		"one token, one account, refused": [
			requests(1, () => request("token", 1)),
			0,
		],
		"one token, a hundred accounts": [
			requests(100, (index) => request("token", index)),
			100,
		],
		"ten thousand tokens": [
			requests(10_000, (index) => request(`token ${index}`, index)),
			0.05,
		],
	} as const;
	for (const [name, [list, stepMs]] of Object.entries(cases)) {
		const limiter = memoryLimiter();
		measure(`memory: ${name}`, (index) => {
			const one = list[index % list.length] as LimitRequest;
			return limiter.take(one, START_MS + index * stepMs);
		});
	}
	const decision = memoryLimiter().take(request("token", 1), START_MS);
	measure("header values of a decision", () => rateLimitHeaders(decision));
}

async function measureRedis(url: string): Promise<void> {
	const limiter = await redisLimiter(url, { timeoutMs: 10_000 });
	const calls = 50_000;
	const inFlight = 64;
	for (const width of [1, inFlight]) {
		const begun = process.hrtime.bigint();
		for (let index = 0; index < calls / 10; index += width) {
			const nowMs = START_MS + index * 600;
			const takes = Array.from({ length: width }, () =>
				limiter.take(request("token", 1), nowMs),
			);
			await Promise.all(takes);
		}
		const each = Number(process.hrtime.bigint() - begun) / (calls / 10);
		const name = `redis: ${width} in flight${limiter.degraded ? " (DEGRADED)" : ""}`;
		console.log(`${name.padEnd(58)}${each.toFixed(0).padStart(7)} ns`);
	}
	await limiter.close();
}

measureMemory();
if (process.env.REDIS_URL) await measureRedis(process.env.REDIS_URL);
