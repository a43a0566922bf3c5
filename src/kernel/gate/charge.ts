import type { Caller } from "../caller.ts";
import type { Clock } from "../clock.ts";
import { ReeveError } from "../errors.ts";
import type { LimitSettings } from "../limit-settings.ts";
import type { Decision, Limiter, LimitRequest } from "../limits/limiter.ts";
import { perMinuteOf } from "../operation.ts";
import type { Budget, Resources } from "../resources.ts";
import { neighbourhood } from "./address.ts";
import type { GateRequest } from "./request.ts";

/** The buckets of one call: the credential's, shared fairly over its accounts, and its window on the operation. */
export function limitRequest(
	caller: Caller,
	accountId: string,
	request: Pick<GateRequest, "operation" | "window">,
	limits: LimitSettings,
): LimitRequest {
	const { operation, window } = request;
	return {
		credential: {
			key: caller.credential.id,
			account: accountId,
			policy: credentialPolicy(limits),
		},
		operation: window
			? { key: window.key, limit: window.perMinute, blockMs: window.blockMs }
			: {
					key: operation.id,
					limit: perMinuteOf(operation, {
						reads: limits.readsPerMinute,
						writes: limits.writesPerMinute,
					}),
				},
	};
}

function credentialPolicy(limits: LimitSettings) {
	return {
		perMinute: limits.credentialPerMinute,
		burst: limits.credentialBurst,
	};
}

/** @throws too_many_requests carrying how long to wait; the decision travels in `decided` for the headers */
export function refuseOverLimit(decision: Decision): void {
	if (decision.allowed) return;
	const what =
		decision.refusedBy === "operation" ? "this operation" : "this credential";
	throw new ReeveError(
		"too_many_requests",
		`The limit of ${what} is reached; wait before the next request.`,
		{
			reason: decision.refusedBy ?? "limit",
			retryAfterMs: decision.retryAfterMs,
		},
	);
}

/** The bucket of an address's failed authentications: asked before a look-up, charged after a failed one. */
export class GuessGuard {
	private readonly limiter: Limiter;
	private readonly limits: LimitSettings;
	private readonly clock: Clock;

	constructor(limiter: Limiter, limits: LimitSettings, clock: Clock) {
		this.limiter = limiter;
		this.limits = limits;
		this.clock = clock;
	}

	async refuse(address: string): Promise<void> {
		const decision = await this.limiter.peek(
			this.request(address),
			this.clock.nowMs(),
		);
		if (decision.allowed) return;
		throw new ReeveError(
			"too_many_requests",
			"Too many failed authentications from this address; wait before the next.",
			{
				reason: "address",
				retryAfterMs: decision.retryAfterMs,
			},
		);
	}

	async count(address: string): Promise<void> {
		await this.limiter.take(this.request(address), this.clock.nowMs());
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

/** What is left of credentials' budgets, without spending: for whoami and limits. */
export function budgetsOf(
	limiter: Limiter,
	limits: LimitSettings,
	clock: Clock,
): Pick<Resources, "budgets" | "budgetsOfMany"> {
	const request = (key: string, account: string): LimitRequest => ({
		credential: { key, account, policy: credentialPolicy(limits) },
	});
	return {
		budgets: async (credentialId, accountId) =>
			toBudgets(
				await limiter.peek(request(credentialId, accountId), clock.nowMs()),
			),
		budgetsOfMany: async (credentialIds, accountId) => {
			const requests = credentialIds.map((id) => request(id, accountId));
			const decisions = await limiter.peekMany(requests, clock.nowMs());
			return decisions.map(toBudgets);
		},
	};
}

function toBudgets({ buckets }: Decision): Budget[] {
	return buckets.map(({ name, limit, windowSeconds, remaining, resetMs }) => ({
		name,
		limit,
		window_seconds: windowSeconds,
		remaining,
		reset_seconds: Math.ceil(resetMs / 1000),
	}));
}
