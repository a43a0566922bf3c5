/**
 * The generic cell rate algorithm, as pure arithmetic.
 *
 * A bucket is one number: the theoretical arrival time (TAT), the instant at which it will be full again. Every time is a whole number of
 * microseconds held in a double: today's clock is about 1.8e15 µs, below 2^53, so sums are exact, here and in Redis's Lua alike.
 */

/** A sustained rate and the number of calls an idle caller may make at once: whole numbers from 1. */
export interface GcraPolicy {
	readonly perMinute: number;
	readonly burst: number;
}

/** Servers that share a budget have clocks that differ a little; more than this is a clock that jumped. */
export const CLOCK_SKEW_US = 10_000_000;

const MINUTE_US = 60_000_000;

/** What one call costs, in time. Rounded up, so that a rate that does not divide a minute is never exceeded. */
export function intervalUs(policy: GcraPolicy): number {
	return Math.ceil(MINUTE_US / policy.perMinute);
}

/**
 * What a full bucket holds, in time: also how long an empty one takes to fill, the bucket's horizon.
 * @throws RangeError for figures below 1, and for what is no number: they must not pass as "no limit".
 */
export function capacityUs(policy: GcraPolicy): number {
	if (!(policy.perMinute >= 1 && policy.burst >= 1)) {
		throw new RangeError("perMinute and burst of a budget must be at least 1");
	}
	return policy.burst * intervalUs(policy);
}

/** How far the stored state may lie beyond the horizon before the clock is held to have jumped. Never so far that the wait exceeds the horizon. */
export function skewUs(policy: GcraPolicy): number {
	return Math.min(CLOCK_SKEW_US, capacityUs(policy) - intervalUs(policy));
}

/**
 * A clock reading as whole microseconds.
 * @throws RangeError when the clock gave no number: a limiter that cannot tell the time must not guess.
 */
export function toMicroseconds(nowMs: number): number {
	if (!Number.isFinite(nowMs)) {
		throw new RangeError("the limiter needs the time as a finite number of ms");
	}
	return Math.round(nowMs * 1000);
}

/**
 * The stored TAT, made sane against the clock.
 *
 * After the clock went back, a TAT may lie further ahead than any history could have put it, and would lock the caller out until the clock
 * catches up. It then counts as an empty bucket, which refills from now on. Small excess is left alone: two servers whose clocks differ
 * would otherwise forgive each other's calls in turn.
 */
export function settledTatUs(
	policy: GcraPolicy,
	tatUs: number,
	nowUs: number,
): number {
	const emptyUs = nowUs + capacityUs(policy);
	return tatUs > emptyUs + skewUs(policy) ? emptyUs : tatUs;
}

/** Time until the bucket is full: what has been taken and not yet refilled. */
export function debtUs(tatUs: number, nowUs: number): number {
	return tatUs > nowUs ? tatUs - nowUs : 0;
}

/** Time until one more call conforms; 0 when it does now. */
export function gcraWaitUs(
	policy: GcraPolicy,
	tatUs: number,
	nowUs: number,
): number {
	const overUs = debtUs(tatUs, nowUs) + intervalUs(policy) - capacityUs(policy);
	return Math.max(overUs, 0);
}

/** The TAT after one call. */
export function gcraChargedTatUs(
	policy: GcraPolicy,
	tatUs: number,
	nowUs: number,
): number {
	return nowUs + debtUs(tatUs, nowUs) + intervalUs(policy);
}

/** How many calls would conform at this instant. */
export function gcraRemaining(
	policy: GcraPolicy,
	tatUs: number,
	nowUs: number,
): number {
	const leftUs = capacityUs(policy) - debtUs(tatUs, nowUs);
	return leftUs > 0 ? Math.floor(leftUs / intervalUs(policy)) : 0;
}
