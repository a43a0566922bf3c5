import { randomFillSync } from "node:crypto";

const POOL_BYTES = 4096;
const RANDOM_BYTES = 8;
const COUNTER_MAX = 0xfff;

/**
 * Makes request ids: UUIDs of version 7 (RFC 9562, section 5.7), so that ids sort by time and two of one millisecond
 * keep their order. Random bytes are fetched in bulk, since one is needed on every request.
 */
export function requestIds(nowMs: () => number = Date.now): () => string {
	const pool = Buffer.allocUnsafe(POOL_BYTES);
	let position = POOL_BYTES;
	let lastMs = 0;
	let counter = 0;
	return () => {
		const ms = nowMs();
		if (ms > lastMs) {
			lastMs = ms;
			counter = 0;
		} else if (counter < COUNTER_MAX) counter++;
		else {
			// The millisecond is full, or the clock went back: the next one is borrowed so that order holds.
			lastMs++;
			counter = 0;
		}
		if (position === POOL_BYTES) {
			randomFillSync(pool);
			position = 0;
		}
		const end = position + RANDOM_BYTES;
		pool[position] = ((pool[position] as number) & 0x3f) | 0x80;
		const random = pool.toString("hex", position, end);
		position = end;
		return format(lastMs, counter, random);
	};
}

function format(ms: number, counter: number, random: string): string {
	const time = ms.toString(16).padStart(12, "0");
	const order = counter.toString(16).padStart(3, "0");
	return `${time.slice(0, 8)}-${time.slice(8)}-7${order}-${random.slice(0, 4)}-${random.slice(4)}`;
}
