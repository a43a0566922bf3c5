import type { Caller } from "../caller.ts";
import type { Clock } from "../clock.ts";
import { ReeveError } from "../errors.ts";
import type { LimitSettings } from "../limit-settings.ts";
import type { Decision, Limiter, LimitRequest } from "../limits/limiter.ts";
import { perMinuteOf } from "../operation.ts";
import type { Budget, Resources } from "../resources.ts";
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
