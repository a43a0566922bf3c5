/** Numbers that a seed decides (mulberry32), so that the same demonstration can be made again. Not for secrets. */
export class SeededRandom {
	private state: number;

	constructor(seed: number) {
		this.state = seed >>> 0;
	}

	/** From 0 up to, not including, `below`. */
	whole(below: number): number {
		this.state = (this.state + 0x6d2b79f5) >>> 0;
		let mixed = this.state;
		mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
	}

	pick<T>(from: readonly T[]): T {
		return from[this.whole(from.length)] as T;
	}
}
