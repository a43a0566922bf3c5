import type { LimitRequest } from "../../src/kernel/limits/limiter.ts";

/** One call of a made-up history. */
export interface Step {
	nowMs: number;
	spending: boolean;
	request: LimitRequest;
}

/** A stream of numbers in [0, 1) that a seed fixes (the mulberry32 generator). */
export function randomFrom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

const CREDENTIALS = [
	{ key: "alone", policy: { perMinute: 120, burst: 12 } },
	{ key: "wide", policy: { perMinute: 600, burst: 40 } },
	{ key: "one", policy: { perMinute: 60, burst: 1 } },
	{ key: "fast", policy: { perMinute: 6000, burst: 25 } },
	{ key: "real", policy: { perMinute: 120, burst: 1200 } },
];
const OPERATIONS = [
	{ key: "groups.list", limit: 20 },
	{ key: "groups.create", limit: 5, blockMs: 60_000 },
	{ key: "devices.list", limit: 8, blockMs: 7_000.5 },
	{ key: "devices.delete", limit: 1, blockMs: 90_000 },
];
const ADDRESSES = [
	{ key: "192.0.2.1", policy: { perMinute: 10, burst: 30 } },
	{ key: "2001:db8::/64", policy: { perMinute: 60, burst: 3 } },
];
const START_MS = 1_800_000_000_000;

/**
 * Calls on few buckets, so that they are mostly near their limits; now and then the clock jumps, by seconds or by years. With an even seed
 * all times are whole tenths of a second, and limits are met to the microsecond.
 */
export function* randomHistory(seed: number, steps: number): Generator<Step> {
	const random = randomFrom(seed);
	const pick = <Item>(items: readonly Item[]): Item =>
		items[Math.floor(random() * items.length)] as Item;
	let nowMs = START_MS;
	for (let step = 0; step < steps; step++) {
		nowMs = advanced(nowMs, random);
		if (seed % 2 === 0) nowMs = Math.round(nowMs / 100) * 100;
		const account = Math.floor(random() ** 3 * 5);
		const drawn = random();
		const credential =
			drawn < 0.8 ? { ...pick(CREDENTIALS), account } : undefined;
		const operation = random() < 0.6 ? pick(OPERATIONS) : undefined;
		const address = drawn > 0.75 ? pick(ADDRESSES) : undefined;
		const request = { credential, operation, address };
		yield { nowMs, spending: random() < 0.85, request };
	}
}

function advanced(nowMs: number, random: () => number): number {
	const kind = random();
	if (kind < 0.35) return nowMs;
	if (kind < 0.9) return nowMs + random() * 200;
	if (kind < 0.99) return nowMs + random() * 3_000;
	if (kind < 0.997) return nowMs + (random() - 0.5) * 30_000;
	if (kind < 0.9995) return nowMs + (random() - 0.4) * 1_500_000;
	// Years away: only coming back to a date that doubles hold to the microsecond keeps the history going.
	return START_MS + (random() - 0.5) * 1e11;
}
