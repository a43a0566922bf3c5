import type { BucketState, Decision } from "../../kernel/limits/limiter.ts";

/** The vendor's windows in seconds, and how its headers name them. */
const windows = [
	{ name: "second", seconds: 0 },
	{ name: "minute", seconds: 60 },
	{ name: "1800", seconds: 1800 },
] as const;

/**
 * A decision under the vendor's header names. Reeve counts differently (a bucket that refills and a window of a
 * minute), so each pair says what such a window comes to: the limit is what may be sent in it from rest, the remaining
 * what may be sent from now on until it is over. `RateLimit-*` mirrors the shortest window, as the vendor's does;
 * `RateLimit-Reset` is when the bucket that is nearest to its end has a call again.
 */
export function rateHeaders(
	decision: Decision | undefined,
): Record<string, string> {
	if (!decision || decision.buckets.length === 0) return {};
	const headers: Record<string, string> = {};
	for (const { name, seconds } of windows) {
		const { limit, remaining } = within(decision.buckets, seconds);
		headers[`x-ratelimit-limit-${name}`] = String(limit);
		headers[`x-ratelimit-remaining-${name}`] = String(remaining);
	}
	const now = within(decision.buckets, 0);
	return {
		...headers,
		"ratelimit-limit": String(now.limit),
		"ratelimit-remaining": String(now.remaining),
		"ratelimit-reset": String(resetSeconds(decision)),
	};
}

/** What all buckets together allow within so many seconds. */
function within(buckets: readonly BucketState[], seconds: number) {
	const refills = buckets.map((bucket) => refillOf(bucket, seconds));
	const smallest = (figures: readonly number[]) => Math.min(...figures);
	return {
		limit: smallest(buckets.map(({ limit }, i) => limit + (refills[i] ?? 0))),
		remaining: smallest(
			buckets.map(({ remaining }, i) => remaining + (refills[i] ?? 0)),
		),
	};
}

/** Calls that come back meanwhile: steadily into the credential's bucket, all at once when an operation's window ends. */
function refillOf(bucket: BucketState, seconds: number): number {
	const { name, limit, windowSeconds } = bucket;
	return name === "operation"
		? limit * Math.max(0, Math.floor(seconds / windowSeconds) - 1)
		: Math.floor((limit * seconds) / windowSeconds);
}

function resetSeconds({ allowed, retryAfterMs, buckets }: Decision): number {
	if (!allowed) return Math.max(1, Math.ceil(retryAfterMs / 1000));
	const nearest = buckets.reduce((a, b) => (b.remaining < a.remaining ? b : a));
	return nearest.name === "operation"
		? Math.max(1, Math.ceil(nearest.resetMs / 1000))
		: Math.max(1, Math.ceil(nearest.windowSeconds / nearest.limit));
}
