import {
	chargeShared,
	type SharedBucket,
	sharedRemaining,
	sharedWaitUs,
} from "./fair-share.ts";
import {
	capacityUs,
	debtUs,
	type GcraPolicy,
	gcraChargedTatUs,
	gcraRemaining,
	gcraWaitUs,
	settledTatUs,
} from "./gcra.ts";
import type {
	BucketName,
	BucketState,
	Decision,
	LimitRequest,
} from "./limiter.ts";
import {
	blockWindow,
	chargeWindow,
	type OperationWindow,
	settleWindow,
	WINDOW_US,
	windowRemaining,
	windowResetUs,
	windowWaitUs,
} from "./window.ts";

/** The state of all buckets a request names, taken out of whatever store keeps them. Parts the request does not name mean nothing. */
export interface BucketStates {
	credential: SharedBucket;
	window: OperationWindow;
	addressTatUs: number;
}

/** Buckets nobody has drawn on. */
export function freshStates(nowUs: number): BucketStates {
	return {
		credential: { tatUs: nowUs, shareTatUs: nowUs, activeAccounts: 1 },
		window: { windowEndUs: nowUs, windowCount: 0, blockedUntilUs: nowUs },
		addressTatUs: nowUs,
	};
}

/** Undoes what a clock that went back has made of the states. Every look at a bucket begins with this. */
export function settleStates(
	request: LimitRequest,
	states: BucketStates,
	nowUs: number,
): void {
	const { credential, operation, address } = request;
	if (credential !== undefined) {
		const shared = states.credential;
		shared.tatUs = settledTatUs(credential.policy, shared.tatUs, nowUs);
	}
	if (operation !== undefined) settleWindow(operation, states.window, nowUs);
	if (address !== undefined) {
		const tatUs = states.addressTatUs;
		states.addressTatUs = settledTatUs(address.policy, tatUs, nowUs);
	}
}

/** Takes one call from every bucket of the request if all have one, and says whether it did. A refusal may start the operation's block. */
export function spend(
	request: LimitRequest,
	states: BucketStates,
	nowUs: number,
): boolean {
	const allowed = longestWait(request, states, nowUs).waitUs === 0;
	if (allowed) charge(request, states, nowUs);
	else blockIfExceeded(request, states, nowUs);
	return allowed;
}

function charge(
	request: LimitRequest,
	states: BucketStates,
	nowUs: number,
): void {
	const { credential, operation, address } = request;
	if (credential !== undefined) {
		chargeShared(credential.policy, states.credential, nowUs);
	}
	if (operation !== undefined) chargeWindow(states.window, nowUs);
	if (address !== undefined) {
		const tatUs = states.addressTatUs;
		states.addressTatUs = gcraChargedTatUs(address.policy, tatUs, nowUs);
	}
}

/** A call that another bucket refuses starts no block, unless the operation's limit is exceeded as well. */
function blockIfExceeded(
	request: LimitRequest,
	states: BucketStates,
	nowUs: number,
): void {
	const { operation } = request;
	if (operation === undefined) return;
	if (windowWaitUs(operation, states.window, nowUs) > 0) {
		blockWindow(operation, states.window, nowUs);
	}
}

interface Wait {
	readonly waitUs: number;
	readonly name: BucketName | undefined;
}

const NO_WAIT: Wait = { waitUs: 0, name: undefined };

/** The bucket that keeps the call waiting longest, or {@link NO_WAIT} when all have a call left. */
export function longestWait(
	request: LimitRequest,
	states: BucketStates,
	nowUs: number,
): Wait {
	const { credential, operation, address } = request;
	let longest = NO_WAIT;
	if (credential !== undefined) {
		const waitUs = sharedWaitUs(credential.policy, states.credential, nowUs);
		if (waitUs > 0) longest = { waitUs, name: "credential" };
	}
	if (operation !== undefined) {
		const waitUs = windowWaitUs(operation, states.window, nowUs);
		if (waitUs > longest.waitUs) longest = { waitUs, name: "operation" };
	}
	if (address !== undefined) {
		const waitUs = gcraWaitUs(address.policy, states.addressTatUs, nowUs);
		if (waitUs > longest.waitUs) longest = { waitUs, name: "address" };
	}
	return longest;
}

/** The decision to hand out, from the states after the call. */
export function decisionOf(
	request: LimitRequest,
	states: BucketStates,
	nowUs: number,
	allowed: boolean,
): Decision {
	const refusal = allowed ? NO_WAIT : longestWait(request, states, nowUs);
	return {
		allowed,
		retryAfterMs: refusal.waitUs / 1000,
		refusedBy: refusal.name,
		buckets: describe(request, states, nowUs),
	};
}

function describe(
	request: LimitRequest,
	states: BucketStates,
	nowUs: number,
): BucketState[] {
	const { credential, operation, address } = request;
	const buckets: BucketState[] = [];
	if (credential !== undefined) {
		const { policy } = credential;
		const shared = states.credential;
		const remaining = sharedRemaining(policy, shared, nowUs);
		buckets.push(
			gcraState("credential", policy, remaining, shared.tatUs, nowUs),
		);
	}
	if (operation !== undefined) {
		const { window } = states;
		buckets.push({
			name: "operation",
			limit: operation.limit,
			windowSeconds: WINDOW_US / 1_000_000,
			remaining: windowRemaining(operation, window, nowUs),
			resetMs: windowResetUs(window, nowUs) / 1000,
		});
	}
	if (address !== undefined) {
		const { policy } = address;
		const tatUs = states.addressTatUs;
		const remaining = gcraRemaining(policy, tatUs, nowUs);
		buckets.push(gcraState("address", policy, remaining, tatUs, nowUs));
	}
	return buckets;
}

function gcraState(
	name: BucketName,
	policy: GcraPolicy,
	remaining: number,
	tatUs: number,
	nowUs: number,
): BucketState {
	return {
		name,
		limit: policy.burst,
		windowSeconds: Math.ceil(capacityUs(policy) / 1_000_000),
		remaining,
		resetMs: debtUs(tatUs, nowUs) / 1000,
	};
}
