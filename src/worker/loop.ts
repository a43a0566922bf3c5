import type { Log } from "../log.ts";

export interface LoopOptions {
	/** What it does, for the log. */
	name: string;
	everyMs: number;
	work: () => Promise<unknown>;
	log: Log;
}

/** After a failure the work is tried again at least this often. */
const RETRY_MS_MAX = 30_000;

/**
 * Runs work again and again, one run at a time, and sooner when woken. A failure is told once, and so is its end: a
 * database that is away for an hour makes two lines, not thousands. Its timers keep no process alive.
 */
export class Loop {
	private readonly options: LoopOptions;
	private timer: NodeJS.Timeout | undefined;
	private dueMs = Number.POSITIVE_INFINITY;
	private running: Promise<void> | undefined;
	private failing = false;
	private stopped = false;

	constructor(options: LoopOptions) {
		this.options = options;
	}

	/** Runs within this time, unless a run is due sooner; at once after a run that is going on now. */
	wake(withinMs = 0): void {
		if (this.stopped) return;
		const dueMs = performance.now() + withinMs;
		if (dueMs >= this.dueMs) return;
		this.dueMs = dueMs;
		if (this.running) return;
		clearTimeout(this.timer);
		this.timer = setTimeout(() => void this.run(), withinMs).unref();
	}

	/** Starts no further run, and resolves when the one going on is done. */
	async stop(): Promise<void> {
		this.stopped = true;
		clearTimeout(this.timer);
		await this.running;
	}

	private async run(): Promise<void> {
		this.dueMs = Number.POSITIVE_INFINITY;
		this.running = this.attempt();
		await this.running;
		this.running = undefined;
		const wantedMs = this.dueMs - performance.now();
		this.dueMs = Number.POSITIVE_INFINITY;
		this.wake(Math.max(0, Math.min(wantedMs, this.pauseMs())));
	}

	private pauseMs(): number {
		const { everyMs } = this.options;
		return this.failing ? Math.min(everyMs, RETRY_MS_MAX) : everyMs;
	}

	private async attempt(): Promise<void> {
		const { name, work, log } = this.options;
		try {
			await work();
			if (this.failing) log.info({ work: name }, "background work goes on");
			this.failing = false;
		} catch (err) {
			if (!this.failing)
				log.error(
					{ err, work: name },
					"background work failed and will be tried again",
				);
			this.failing = true;
		}
	}
}
