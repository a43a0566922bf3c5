import { type CallOptions, ReeveProblem } from "../../../generated/client.ts";

/** One thing that a run is about. */
export interface BulkItem {
	id: string;
	/** Its name, for the list of what failed. */
	label: string;
	/** The account it lies in. */
	account: string;
}

export interface BulkFailure extends BulkItem {
	/** The server's words. */
	detail: string;
}

/** What of a run is done, left and failed. */
export interface BulkState {
	/** One for the run, in the idempotency key of each of its calls. */
	run: string;
	left: readonly BulkItem[];
	doneCount: number;
	failed: readonly BulkFailure[];
}

export type BulkCallOptions = Pick<CallOptions, "idempotencyKey" | "signal">;

export interface BulkRunning {
	call: (item: BulkItem, options: BulkCallOptions) => Promise<unknown>;
	/** Told of every step. */
	onState: (state: BulkState) => void;
	/** Told how long the server asks to wait; 0 when it goes on. */
	onWait: (seconds: number) => void;
	signal: AbortSignal;
}

/** Calls at once: few, so that others of the same account get their turn. */
const LANES = 3;
const TRIES_MAX = 4;
const BUSY_MS = 1000;

/** A run that has not begun. */
export function newRun(items: readonly BulkItem[]): BulkState {
	const run = crypto.randomUUID();
	return { run, left: items, doneCount: 0, failed: [] };
}

/**
 * Calls an operation for each thing that is left, a few at once. When the server asks to wait, all wait. What fails is
 * noted and the others go on. Ends early, with the rest left, when the signal says so or the session is over.
 */
export async function runBulk(
	begun: BulkState,
	running: BulkRunning,
): Promise<BulkState> {
	let state = begun;
	const { onState, signal } = running;
	const queue = [...begun.left];
	const pause = createPause(running);
	const settle = (item: BulkItem, failure: string | undefined) => {
		const { run, left, doneCount, failed } = state;
		state = {
			run,
			left: left.filter(({ id }) => id !== item.id),
			doneCount: doneCount + (failure === undefined ? 1 : 0),
			failed:
				failure === undefined
					? failed
					: [...failed, { ...item, detail: failure }],
		};
		onState(state);
	};
	const lane = async () => {
		for (let item = queue.shift(); item; item = queue.shift()) {
			if (signal.aborted) return;
			const failure = await callOne(item, begun.run, running, pause);
			if (failure === LEFT) queue.length = 0;
			else settle(item, failure);
		}
	};
	await Promise.all(Array.from({ length: LANES }, lane));
	return state;
}

/** Says that a thing was not done and nothing speaks against doing it later. */
const LEFT = Symbol("left");

/** @returns what the server said against it; undefined when it was done */
async function callOne(
	item: BulkItem,
	run: string,
	{ call, signal }: BulkRunning,
	pause: Pause,
): Promise<string | typeof LEFT | undefined> {
	for (let tries = 1; ; ) {
		await pause.over();
		if (signal.aborted) return LEFT;
		try {
			await call(item, { idempotencyKey: `${run}-${item.id}`, signal });
			return undefined;
		} catch (error) {
			if (signal.aborted || statusOf(error) === 401) return LEFT;
			const waitMs = waitFor(error);
			// What the server asks to wait is no failed try: it is busy with others' calls, or with ours.
			if (statusOf(error) !== 429) tries++;
			if (waitMs === undefined || tries > TRIES_MAX)
				return error instanceof Error ? error.message : String(error);
			pause.begin(waitMs);
		}
	}
}

function statusOf(error: unknown): number | undefined {
	return error instanceof ReeveProblem ? error.status : undefined;
}

/** Milliseconds after which a call may be tried again; undefined when that cannot help. */
function waitFor(error: unknown): number | undefined {
	if (!(error instanceof ReeveProblem))
		return error instanceof TypeError ? BUSY_MS : undefined;
	if (error.status !== 429 && error.status < 502) return undefined;
	return (error.retryAfterSeconds ?? 0) * 1000 || BUSY_MS;
}

interface Pause {
	begin(ms: number): void;
	/** Resolves when nobody has to wait any more. */
	over(): Promise<void>;
}

/** One pause for all lanes: what the server asks of one it asks of the credential. */
function createPause({ onWait, signal }: BulkRunning): Pause {
	let endsAt = 0;
	let ending: Promise<void> | undefined;
	const sleep = (ms: number) =>
		new Promise<void>((resolve) => {
			const timer = setTimeout(resolve, ms);
			signal.addEventListener("abort", () => {
				clearTimeout(timer);
				resolve();
			});
		});
	const wait = async () => {
		while (!signal.aborted && endsAt > Date.now()) {
			const ms = endsAt - Date.now();
			onWait(Math.ceil(ms / 1000));
			await sleep(ms);
		}
		onWait(0);
		ending = undefined;
	};
	return {
		begin(ms) {
			endsAt = Math.max(endsAt, Date.now() + ms);
		},
		async over() {
			if (endsAt <= Date.now()) return;
			ending ??= wait();
			await ending;
		},
	};
}
