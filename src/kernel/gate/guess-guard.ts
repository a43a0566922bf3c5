import type { Clock } from "../clock.ts";
import { ReeveError } from "../errors.ts";
import type { LimitSettings } from "../limit-settings.ts";
import type { Decision, Limiter, LimitRequest } from "../limits/limiter.ts";
import { neighbourhood } from "./address.ts";

/** An address, behind which a whole office may sit, makes this many open calls for each one that may fail. */
const CALLS_PER_FAILURE = 10;
/** Soon enough to try again where others at the address wait to be judged. */
const JUDGED_WITHIN_MS = 1000;

/** The bucket of an address's failed authentications: asked before a look-up, charged after a failed one. */
export class GuessGuard {
	private readonly limiter: Limiter;
	private readonly limits: LimitSettings;
	private readonly clock: Clock;

	/** Calls of an address that may still turn out to be failures. */
	private readonly pending = new Map<string, number>();

	constructor(limiter: Limiter, limits: LimitSettings, clock: Clock) {
		this.limiter = limiter;
		this.limits = limits;
		this.clock = clock;
	}

	async refuse(address: string): Promise<void> {
		const { allowed, retryAfterMs } = await this.peek(address);
		if (!allowed) throw tooManyFailures(retryAfterMs);
	}

	async count(address: string): Promise<void> {
		await this.limiter.take(this.request(address), this.clock.nowMs());
	}

	/**
	 * Runs what may turn out to be a guess. Whatever of an address is not judged yet counts as failed meanwhile, so
	 * that guesses sent at once are no more than those sent one by one.
	 * @throws too_many_requests (`address`), and what the work throws
	 */
	async watch<T>(
		address: string,
		work: () => Promise<T>,
		isFailure: (thrown: unknown) => boolean,
	): Promise<T> {
		await this.begin(address);
		const { allowed, retryAfterMs, buckets } = await this.peek(address);
		if (!allowed) throw tooManyFailures(retryAfterMs);
		const key = neighbourhood(address);
		const before = this.pending.get(key) ?? 0;
		if (before >= (buckets[0]?.remaining ?? 0))
			throw tooManyFailures(JUDGED_WITHIN_MS);
		this.pending.set(key, before + 1);
		try {
			return await work();
		} catch (thrown) {
			if (isFailure(thrown)) await this.count(address);
			throw thrown;
		} finally {
			this.settle(key);
		}
	}

	private settle(key: string): void {
		const left = (this.pending.get(key) ?? 1) - 1;
		if (left === 0) this.pending.delete(key);
		else this.pending.set(key, left);
	}

	/**
	 * What does not fail costs something too: the first steps of a sign-in fill rows and ask the database, and are
	 * open to everybody. @throws too_many_requests (`address`)
	 */
	private async begin(address: string): Promise<void> {
		const { failuresPerMinute, failuresBurst } = this.limits;
		const decision = await this.limiter.take(
			{
				address: {
					key: `open ${neighbourhood(address)}`,
					policy: {
						perMinute: failuresPerMinute * CALLS_PER_FAILURE,
						burst: failuresBurst * CALLS_PER_FAILURE,
					},
				},
			},
			this.clock.nowMs(),
		);
		if (decision.allowed) return;
		throw new ReeveError(
			"too_many_requests",
			"Too many attempts to sign in from this address; wait before the next.",
			{ reason: "address", retryAfterMs: decision.retryAfterMs },
		);
	}

	private async peek(address: string): Promise<Decision> {
		return this.limiter.peek(this.request(address), this.clock.nowMs());
	}

	/**
	 * Takes one attempt to sign in from the bucket of the person it is about, whoever tries and from wherever. Taken
	 * before anything is checked, so that attempts sent at once are counted too.
	 * @throws too_many_requests (`sign_in`)
	 */
	async slowDown(whoHash: string): Promise<void> {
		const { signInPerMinute, signInBurst } = this.limits;
		const decision = await this.limiter.take(
			{
				address: {
					key: `sign-in ${whoHash}`,
					policy: { perMinute: signInPerMinute, burst: signInBurst },
				},
			},
			this.clock.nowMs(),
		);
		if (decision.allowed) return;
		throw new ReeveError(
			"too_many_requests",
			"Too many attempts to sign in; wait before the next.",
			{ reason: "sign_in", retryAfterMs: decision.retryAfterMs },
		);
	}

	private request(address: string): LimitRequest {
		return {
			address: {
				key: neighbourhood(address),
				policy: {
					perMinute: this.limits.failuresPerMinute,
					burst: this.limits.failuresBurst,
				},
			},
		};
	}
}

function tooManyFailures(retryAfterMs: number): ReeveError {
	return new ReeveError(
		"too_many_requests",
		"Too many failed authentications from this address; wait before the next.",
		{ reason: "address", retryAfterMs },
	);
}
