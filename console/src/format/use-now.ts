import { useSyncExternalStore } from "react";

/** How often the distances on the page are told anew. */
const TICK_MS = 15_000;

const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

function tick() {
	now = Date.now();
	for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
	listeners.add(listener);
	if (listeners.size === 1) {
		timer = setInterval(tick, TICK_MS);
		tick();
	}
	return () => {
		listeners.delete(listener);
		if (listeners.size === 0) clearInterval(timer);
	};
}

/** The time, in milliseconds, as all distances on the page see it: one clock for all of them. */
export function useNow(): number {
	return useSyncExternalStore(subscribe, () => now);
}
