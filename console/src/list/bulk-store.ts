import type { BulkState } from "./bulk-runner.ts";

const PREFIX = "reeve-bulk";

/** Keeps what is left of a run for as long as the tab lives, so that a reload loses nothing. */
export function keepRun(key: string, state: BulkState): void {
	try {
		if (state.left.length === 0) sessionStorage.removeItem(key);
		else sessionStorage.setItem(key, JSON.stringify(state));
	} catch {
		// Without a storage, or with a full one, the run goes on; only a reload would end it.
	}
}

/** What an earlier page left of a run. */
export function leftRun(key: string): BulkState | undefined {
	try {
		const state = JSON.parse(sessionStorage.getItem(key) ?? "null");
		return Array.isArray(state?.left) && state.left.length > 0
			? (state as BulkState)
			: undefined;
	} catch {
		return undefined;
	}
}

export function forgetRun(key: string): void {
	try {
		sessionStorage.removeItem(key);
	} catch {
		// Nothing was kept.
	}
}

/** Runs are told apart by the person, the account and the operation. */
export function runKey(
	user: string,
	account: string,
	operation: string,
): string {
	return [PREFIX, user, account, operation].join(":");
}

/** Forgets every run, as when somebody signs out. */
export function forgetAllRuns(): void {
	try {
		for (const key of Object.keys(sessionStorage))
			if (key.startsWith(`${PREFIX}:`)) sessionStorage.removeItem(key);
	} catch {
		// Nothing was kept.
	}
}
