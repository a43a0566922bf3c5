const WIDTH = 30;
const REDRAW_MS = 100;

/** A progress bar on the terminal; on anything else, silence until the end. */
export class Progress {
	private readonly total: number;
	private done = 0;
	private drawnAt = 0;

	constructor(total: number) {
		this.total = total;
	}

	step(what: string): void {
		this.done++;
		if (!process.stderr.isTTY || performance.now() - this.drawnAt < REDRAW_MS)
			return;
		this.drawnAt = performance.now();
		const share = this.done / this.total;
		const bar = "█".repeat(Math.round(share * WIDTH)).padEnd(WIDTH, "░");
		process.stderr.write(
			`\r${bar} ${Math.floor(share * 100)}% ${this.done}/${this.total} ${what}\x1b[K`,
		);
	}

	end(): void {
		if (process.stderr.isTTY) process.stderr.write("\r\x1b[K");
	}
}
