import {
	capacityUs,
	debtUs,
	type GcraPolicy,
	gcraRemaining,
	gcraWaitUs,
	intervalUs,
} from "./gcra.ts";

/**
 * Fair share inside a credential's bucket, as pure arithmetic.
 *
 * One token drives many accounts, and a script that hammers one of them must not keep the others from being served. The last tenth of the
 * burst is a reserve. Above it anyone is served. Inside it, while n accounts are active, an account is served from its own share: n calls'
 * worth of time each, against a debt of at most the reserve's length. That is a GCRA at the nth part of the rate with the nth part of the
 * reserve as burst; because both scale with n, the stored debt is a length of time that stays meaningful when n changes.
 *
 * With one active account the share is not asked, so the bucket is exactly a plain GCRA. The share is charged all the same: an account that
 * has drained the reserve alone has no share saved up when a second one arrives, and the second gets its half of the refill at once.
 *
 * Nothing is wasted: what an active account leaves unused refills the bucket past the reserve, where anyone is served, and an account that
 * has been silent for {@link ACTIVE_US} counts no more.
 */

/** An account counts as active for this long after its last attempt, served or not. */
export const ACTIVE_US = 60_000_000;

/** What one credential's bucket looks like to one account. */
export interface SharedBucket {
	/** TAT of the credential's bucket. */
	tatUs: number;
	/** TAT of this account's share. */
	shareTatUs: number;
	/** Accounts active now, this one included: at least 1. */
	activeAccounts: number;
}

/** Length of the reserve in time: a tenth of the burst, at least one call. */
export function reserveUs(policy: GcraPolicy): number {
	return Math.ceil(policy.burst / 10) * intervalUs(policy);
}

/** Time until this account's next call is served if nobody else calls meanwhile; 0 when it is served now. */
export function sharedWaitUs(
	policy: GcraPolicy,
	bucket: SharedBucket,
	nowUs: number,
): number {
	const wholeUs = gcraWaitUs(policy, bucket.tatUs, nowUs);
	if (bucket.activeAccounts === 1) return wholeUs;
	const intoReserveUs = depthUs(policy, bucket.tatUs, nowUs);
	if (intoReserveUs <= 0) return wholeUs;
	const ownUs = shareWaitUs(policy, bucket, nowUs);
	// A bucket of one call is all reserve: it never refills past it.
	if (policy.burst === 1) return Math.max(wholeUs, ownUs);
	return Math.max(wholeUs, Math.min(ownUs, intoReserveUs));
}

/** Charges one call to the bucket, and to the account's share when the call cuts into the reserve. */
export function chargeShared(
	policy: GcraPolicy,
	bucket: SharedBucket,
	nowUs: number,
): void {
	if (depthUs(policy, bucket.tatUs, nowUs) > 0) {
		const limitUs = shareLimitUs(policy, bucket.activeAccounts);
		const costUs = bucket.activeAccounts * intervalUs(policy);
		const owedUs = shareDebtUs(policy, bucket, nowUs) + costUs;
		bucket.shareTatUs = nowUs + Math.min(owedUs, limitUs);
	}
	bucket.tatUs = nowUs + debtUs(bucket.tatUs, nowUs) + intervalUs(policy);
}

/** How many calls this account could make at this instant: those above the reserve, then those its share covers. */
export function sharedRemaining(
	policy: GcraPolicy,
	bucket: SharedBucket,
	nowUs: number,
): number {
	const whole = gcraRemaining(policy, bucket.tatUs, nowUs);
	const active = bucket.activeAccounts;
	if (active === 1) return whole;
	const leftUs = capacityUs(policy) - debtUs(bucket.tatUs, nowUs);
	const spareUs = Math.max(0, leftUs - reserveUs(policy));
	const above = Math.floor(spareUs / intervalUs(policy));
	const shareLeftUs =
		shareLimitUs(policy, active) - shareDebtUs(policy, bucket, nowUs);
	const own = Math.floor(shareLeftUs / (active * intervalUs(policy)));
	return above + Math.min(whole - above, own);
}

/** How far the next call would cut into the reserve; positive when it does, and then also the time until one would not. */
function depthUs(policy: GcraPolicy, tatUs: number, nowUs: number): number {
	const afterUs = debtUs(tatUs, nowUs) + intervalUs(policy);
	return afterUs - (capacityUs(policy) - reserveUs(policy));
}

function shareWaitUs(
	policy: GcraPolicy,
	bucket: SharedBucket,
	nowUs: number,
): number {
	const active = bucket.activeAccounts;
	const owedUs =
		shareDebtUs(policy, bucket, nowUs) + active * intervalUs(policy);
	return Math.max(0, owedUs - shareLimitUs(policy, active));
}

/** The largest debt of a share. With more accounts than the reserve has calls, it is one call, so that nobody is shut out for good. */
function shareLimitUs(policy: GcraPolicy, activeAccounts: number): number {
	return Math.max(reserveUs(policy), activeAccounts * intervalUs(policy));
}

/** A debt beyond the limit comes from a clock that went back, or from a time with more accounts; it counts as the limit. */
function shareDebtUs(
	policy: GcraPolicy,
	bucket: SharedBucket,
	nowUs: number,
): number {
	const limitUs = shareLimitUs(policy, bucket.activeAccounts);
	return Math.min(debtUs(bucket.shareTatUs, nowUs), limitUs);
}
