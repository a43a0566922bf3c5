import type { Clock } from "../../src/kernel/clock.ts";

/** The system's time, moved forward at will. */
export interface MovableClock extends Clock {
	offsetMs: number;
}

export function movableClock(): MovableClock {
	return {
		offsetMs: 0,
		nowMs() {
			return Date.now() + this.offsetMs;
		},
		now() {
			return new Date(Date.now() + this.offsetMs);
		},
	};
}
