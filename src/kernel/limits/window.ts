/**
 * The operation's window, as pure arithmetic: it opens with the first call and lasts a minute; what exceeds the limit is refused until it
 * ends. With a block (OpManager's "exceeding blocks for one minute") the first refusal shuts the operation for that long from then on, and
 * calls during the block do not lengthen it. All times are whole microseconds.
 */

export const WINDOW_US = 60_000_000;

export interface OperationWindow {
	/** The window is open while this lies ahead. */
	windowEndUs: number;
	/** Calls served in the window; means nothing when it is not open. */
	windowCount: number;
	/** The operation is shut while this lies ahead. */
	blockedUntilUs: number;
}

export interface WindowPolicy {
	/** Calls a minute, at least 1. */
	readonly limit: number;
	/** How long the first refusal shuts the operation; absent: only until the window ends. */
	readonly blockMs?: number | undefined;
}

function blockUs(policy: WindowPolicy): number {
	return Math.round((policy.blockMs ?? 0) * 1000);
}

/**
 * Pulls in ends that the clock, having gone back, has put further ahead than they can be. The count stays, so nothing is forgiven, and two
 * servers with slightly different clocks do not open the window anew for each other.
 */
export function settleWindow(
	policy: WindowPolicy,
	window: OperationWindow,
	nowUs: number,
): void {
	const farthestUs = nowUs + WINDOW_US;
	const blockEndUs = nowUs + Math.max(WINDOW_US, blockUs(policy));
	window.windowEndUs = Math.min(window.windowEndUs, farthestUs);
	window.blockedUntilUs = Math.min(window.blockedUntilUs, blockEndUs);
}

/** Time until a call is served; 0 when it is served now. */
export function windowWaitUs(
	policy: WindowPolicy,
	window: OperationWindow,
	nowUs: number,
): number {
	if (window.blockedUntilUs > nowUs) return window.blockedUntilUs - nowUs;
	if (usedCalls(window, nowUs) < policy.limit) return 0;
	// Only a limit below 1 refuses with no window open; it must not read as "no wait".
	return window.windowEndUs > nowUs ? window.windowEndUs - nowUs : WINDOW_US;
}

/** Counts one served call, opening a window when none is open. */
export function chargeWindow(window: OperationWindow, nowUs: number): void {
	if (window.windowEndUs > nowUs) {
		window.windowCount += 1;
	} else {
		window.windowEndUs = nowUs + WINDOW_US;
		window.windowCount = 1;
	}
}

/** Starts the block that a refusal brings, unless it runs already or the operation has none. */
export function blockWindow(
	policy: WindowPolicy,
	window: OperationWindow,
	nowUs: number,
): void {
	const lengthUs = blockUs(policy);
	if (lengthUs === 0 || window.blockedUntilUs > nowUs) return;
	// A block shorter than what is left of the window would only lead into the next refusal.
	window.blockedUntilUs = Math.max(nowUs + lengthUs, window.windowEndUs);
}

/** How many calls would be served at this instant. */
export function windowRemaining(
	policy: WindowPolicy,
	window: OperationWindow,
	nowUs: number,
): number {
	if (window.blockedUntilUs > nowUs) return 0;
	return Math.max(0, policy.limit - usedCalls(window, nowUs));
}

/** Time until the whole limit is there again. */
export function windowResetUs(window: OperationWindow, nowUs: number): number {
	const endUs = Math.max(window.windowEndUs, window.blockedUntilUs);
	return Math.max(0, endUs - nowUs);
}

function usedCalls(window: OperationWindow, nowUs: number): number {
	return window.windowEndUs > nowUs ? window.windowCount : 0;
}
