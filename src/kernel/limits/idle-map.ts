/** What an entry must tell: from this instant on it equals a fresh one, and may be forgotten. */
export interface Idles {
	idleAtUs: number;
}

/** Below this many entries there is nothing worth forgetting. */
const SWEEP_ABOVE = 1024;
const SWEEP_STEPS = 4;
const EVICTION_CHOICES = 8;

/**
 * A map that forgets idle entries a little at each call instead of all at once, so that no call pays for the others, and that never holds
 * more than its maximum. When a new key finds it full, the entry closest to idle among the next few goes: somebody who floods the server
 * with made-up keys loses those first, not the bucket that another caller has emptied.
 */
export class IdleMap<Entry extends Idles> {
	readonly #entries = new Map<string, Entry>();
	readonly #entriesMax: number;
	#cursor: Iterator<[string, Entry]> = this.#entries.entries();

	constructor(entriesMax: number) {
		this.#entriesMax = entriesMax;
	}

	get size(): number {
		return this.#entries.size;
	}

	get(key: string): Entry | undefined {
		return this.#entries.get(key);
	}

	/** Adds a key that is not there yet. */
	add(key: string, entry: Entry): void {
		if (this.#entries.size >= this.#entriesMax) this.#evictOne();
		this.#entries.set(key, entry);
	}

	/** Looks at the next entries and drops the idle ones. With four steps a call and one new key a call, a third more than the live ones stay. */
	sweep(nowUs: number): void {
		if (this.#entries.size <= SWEEP_ABOVE) return;
		for (let step = 0; step < SWEEP_STEPS; step++) {
			const next = this.#next();
			if (next !== undefined && next[1].idleAtUs <= nowUs) {
				this.#entries.delete(next[0]);
			}
		}
	}

	#evictOne(): void {
		let victim: [string, Entry] | undefined;
		for (let choice = 0; choice < EVICTION_CHOICES; choice++) {
			const next = this.#next();
			if (next === undefined) continue;
			if (victim === undefined || next[1].idleAtUs < victim[1].idleAtUs) {
				victim = next;
			}
		}
		if (victim !== undefined) this.#entries.delete(victim[0]);
	}

	/** The entry under the cursor, which goes round and round; undefined where a round ends. */
	#next(): [string, Entry] | undefined {
		const next = this.#cursor.next();
		if (next.done !== true) return next.value;
		this.#cursor = this.#entries.entries();
		return undefined;
	}
}
