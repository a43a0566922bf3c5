import { expect, test } from "vitest";
import type { Decision } from "../../src/kernel/limits/limiter.ts";
import { memoryLimiter } from "../../src/kernel/limits/memory-limiter.ts";
import { LimitModel } from "./limit-model.ts";
import { randomHistory } from "./random-history.ts";

const STEPS = 500_000;

/** Much cheaper than a deep matcher, which a million steps would spend most of their time in. */
function isSame(one: Decision, other: Decision): boolean {
	return (
		one.allowed === other.allowed &&
		one.retryAfterMs === other.retryAfterMs &&
		one.refusedBy === other.refusedBy &&
		one.buckets.length === other.buckets.length &&
		one.buckets.every((bucket, index) => {
			const twin = other.buckets[index];
			return (
				twin !== undefined &&
				bucket.name === twin.name &&
				bucket.limit === twin.limit &&
				bucket.windowSeconds === twin.windowSeconds &&
				bucket.remaining === twin.remaining &&
				bucket.resetMs === twin.resetMs
			);
		})
	);
}

test.each([1, 2])(
	"half a million random calls (seed %i), clock jumps included, are decided as by exact accounting in whole tokens",
	(seed) => {
		const limiter = memoryLimiter();
		const model = new LimitModel();
		const seen = { allowed: 0, credential: 0, operation: 0, address: 0 };
		let index = 0;
		for (const { request, nowMs, spending } of randomHistory(seed, STEPS)) {
			const verb = spending ? "take" : "peek";
			const decision = limiter[verb](request, nowMs);
			const expected = model[verb](request, nowMs);
			seen[decision.refusedBy ?? "allowed"] += 1;
			if (!isSame(decision, expected)) {
				expect(
					{ index, request, nowMs, verb, decision },
					"decision and model differ",
				).toEqual({ index, request, nowMs, verb, decision: expected });
			}
			index += 1;
		}
		// A history that is never refused, or never served, would prove little.
		for (const count of Object.values(seen)) {
			expect(count).toBeGreaterThan(STEPS / 100);
		}
	},
);
