import { EventEmitter } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import {
	type Postmaster,
	type PostmasterPlan,
	spawnPostmaster,
	stopPostmaster,
	untilReady,
} from "./postmaster.ts";

/** Postgres kept running: started again whenever it ends without being asked to. */
export interface Supervised {
	readonly pid: number | undefined;
	readonly events: EventEmitter<SupervisorEvents>;
	stop(): Promise<void>;
}

/** `down`: connections fail from now on; `up`: they work again. The first start is neither. */
export interface SupervisorEvents {
	down: [];
	up: [];
}

/** A Postgres that ran this long was healthy: its next crash is a new one, and is met without delay. */
const healthyMs = 60_000;
const firstDelayMs = 100;
const delayMsMax = 5_000;

/** How long to wait before the n-th start in a row: none at first, then doubling up to five seconds. */
export function restartDelayMs(attempt: number): number {
	return attempt === 0
		? 0
		: Math.min(firstDelayMs * 2 ** (attempt - 1), delayMsMax);
}

interface State {
	current: Postmaster | undefined;
	stopping: AbortController;
	attempt: number;
	startedAt: number;
}

/** Starts Postgres and keeps it running until `stop`. Rejects when the first start fails. */
export async function supervise(plan: PostmasterPlan): Promise<Supervised> {
	const events = new EventEmitter<SupervisorEvents>();
	const state: State = {
		current: undefined,
		stopping: new AbortController(),
		attempt: 0,
		startedAt: 0,
	};
	await startOnce(plan, state);
	const watching = watch(plan, state, events);
	let stopped: Promise<void> | undefined;
	return {
		get pid() {
			return state.current?.hasEnded() ? undefined : state.current?.pid;
		},
		events,
		stop: () => {
			stopped ??= stop(plan, state, watching);
			return stopped;
		},
	};
}

async function startOnce(plan: PostmasterPlan, state: State): Promise<void> {
	const logSize = plan.postgresLog.size();
	state.current = await spawnPostmaster(plan);
	if (state.stopping.signal.aborted)
		await stopPostmaster(state.current, plan.log);
	state.startedAt = Date.now();
	await untilReady(state.current, plan, logSize);
}

async function watch(
	plan: PostmasterPlan,
	state: State,
	events: EventEmitter<SupervisorEvents>,
): Promise<void> {
	for (;;) {
		const reason = await state.current?.ended;
		if (state.stopping.signal.aborted) return;
		plan.log({
			level: "error",
			msg: "Postgres ended unexpectedly",
			reason,
			log: plan.postgresLog.path,
		});
		events.emit("down");
		if (!(await startAgain(plan, state))) return;
		plan.log({
			level: "info",
			msg: "Postgres is back",
			pid: state.current?.pid,
		});
		events.emit("up");
	}
}

/** Tries until Postgres runs or the engine is stopped (false). It never gives up: a full disk is freed some day. */
async function startAgain(
	plan: PostmasterPlan,
	state: State,
): Promise<boolean> {
	if (Date.now() - state.startedAt > healthyMs) state.attempt = 0;
	while (!state.stopping.signal.aborted) {
		const delayMs = restartDelayMs(state.attempt++);
		await sleep(delayMs, undefined, { signal: state.stopping.signal }).catch(
			() => {},
		);
		if (state.stopping.signal.aborted) break;
		try {
			await startOnce(plan, state);
			return true;
		} catch (error) {
			const reason = error instanceof Error ? error.message : String(error);
			if (!state.stopping.signal.aborted)
				plan.log({
					level: "error",
					msg: "Postgres did not start again",
					reason,
				});
		}
	}
	return false;
}

async function stop(
	plan: PostmasterPlan,
	state: State,
	watching: Promise<void>,
): Promise<void> {
	state.stopping.abort();
	if (state.current !== undefined && !state.current.hasEnded())
		await stopPostmaster(state.current, plan.log);
	await watching;
}
