/** The time, injected so that tests can set it. */
export interface Clock {
	now(): Date;
	/** Milliseconds since the epoch. */
	nowMs(): number;
}

export const systemClock: Clock = {
	now: () => new Date(),
	nowMs: () => Date.now(),
};
