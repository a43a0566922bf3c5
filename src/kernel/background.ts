/** Work that no answer waits for, so that how long it takes tells the caller nothing; a stop waits for it. */
export interface Background {
	/** Begins it at once. A failure is told to whoever made this; nothing is thrown. */
	run(work: () => Promise<unknown>): void;
	/** Resolves when nothing is under way any more. */
	idle(): Promise<void>;
}

/** More at once is not taken on: what is asked for without a credential must not gather without end. */
const UNDER_WAY_MAX = 100;

export function makeBackground(onError: (error: unknown) => void): Background {
	const underWay = new Set<Promise<unknown>>();
	return {
		run(work) {
			if (underWay.size >= UNDER_WAY_MAX)
				return onError(new Error("too much background work: some is left out"));
			const running = Promise.resolve()
				.then(work)
				.catch(onError)
				.finally(() => underWay.delete(running));
			underWay.add(running);
		},
		async idle() {
			while (underWay.size > 0) await Promise.all(underWay);
		},
	};
}
