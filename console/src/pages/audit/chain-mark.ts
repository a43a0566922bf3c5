/** How far a chain was found whole by this tab, so that a reload goes on from there. */
export interface ChainMark {
	sequence: number;
	/** The hash at that place, where it was the end of the chain; null on the way there. */
	hash: string | null;
	/** When, in milliseconds since 1970. */
	at: number;
}

/** After so long one starts over: what was whole then may have been touched since. */
const KEPT_MS = 30 * 60_000;

const keyOf = (account: string) => `reeve.chain.${account}`;

/** What an earlier page left; undefined when there is none or it is too old. */
export function readMark(account: string): ChainMark | undefined {
	try {
		const mark: ChainMark = JSON.parse(
			sessionStorage.getItem(keyOf(account)) ?? "null",
		);
		const isFresh = Date.now() - mark.at < KEPT_MS;
		return isFresh && Number.isSafeInteger(mark.sequence) ? mark : undefined;
	} catch {
		return undefined;
	}
}

export function keepMark(account: string, mark: ChainMark): void {
	try {
		sessionStorage.setItem(keyOf(account), JSON.stringify(mark));
	} catch {
		// A browser that stores nothing checks from the beginning each time.
	}
}

export function dropMark(account: string): void {
	try {
		sessionStorage.removeItem(keyOf(account));
	} catch {
		// Then there was none.
	}
}
