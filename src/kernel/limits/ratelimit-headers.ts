import type { BucketState, Decision } from "./limiter.ts";

/** Values of the response fields that tell a caller its budget. */
export interface RateLimitHeaders {
	/** Value of `RateLimit-Policy`. */
	readonly rateLimitPolicy: string;
	/** Value of `RateLimit`. */
	readonly rateLimit: string;
	/** Value of `Retry-After`, whole seconds and at least 1; only on a refusal. */
	readonly retryAfterSeconds: number | undefined;
}

/**
 * A decision in the words of draft-ietf-httpapi-ratelimit-headers (the form with two structured fields).
 *
 * `q` is what a full bucket allows at once and `w` the seconds in which all of that comes back: 60 for an operation's window, burst divided
 * by rate for a credential (1200 at 120 a minute: 600). So `q/w` is the sustained rate in both. `r` is what the caller may send now and `t`
 * the seconds until all of `q` is there again, rounded up. Retry-After is whole seconds because clients read it with an integer parser.
 */
export function rateLimitHeaders(decision: Decision): RateLimitHeaders {
	let rateLimitPolicy = "";
	let rateLimit = "";
	for (const bucket of decision.buckets) {
		const separator = rateLimit === "" ? "" : ", ";
		rateLimitPolicy += separator + policyItem(bucket);
		rateLimit += separator + limitItem(bucket);
	}
	const retryAfterSeconds = decision.allowed
		? undefined
		: Math.max(1, Math.ceil(decision.retryAfterMs / 1000));
	return { rateLimitPolicy, rateLimit, retryAfterSeconds };
}

function policyItem(bucket: BucketState): string {
	return `"${bucket.name}";q=${bucket.limit};w=${bucket.windowSeconds}`;
}

function limitItem(bucket: BucketState): string {
	const resetSeconds = Math.ceil(bucket.resetMs / 1000);
	return `"${bucket.name}";r=${bucket.remaining};t=${resetSeconds}`;
}
