import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Binaries } from "./binaries.ts";
import type { EngineLog } from "./engine-error.ts";
import { programFailure } from "./failure.ts";
import { launch } from "./launch.ts";
import type { PostgresLog } from "./log-file.ts";
import { endProcesses, readPostmasterFile } from "./processes.ts";
import type { SystemUser } from "./system-user.ts";

/** Everything needed to start Postgres on a cluster, the first time and after each crash. */
export interface PostmasterPlan {
	clusterDir: string;
	binaries: Binaries;
	user: SystemUser | undefined;
	socketDir: string;
	args: string[];
	postgresLog: PostgresLog;
	log: EngineLog;
}

/** A running postmaster, the process that owns all others of a Postgres server. */
export interface Postmaster {
	readonly pid: number | undefined;
	/** Resolves with the reason once the process has ended, however it ended. */
	readonly ended: Promise<string>;
	hasEnded(): boolean;
	/** Asks for an end: SIGINT fast, SIGQUIT at once (recovery follows), SIGKILL never answers. */
	signal(signal: NodeJS.Signals): void;
	/** Lets the process keep this one alive or not; a stopped engine must be waited for. */
	ref(): void;
}

const readyPollMs = 10;
const patienceLogMs = 10_000;

/** How long each way of stopping gets before the next harsher one. */
const stopSteps: { signal: NodeJS.Signals; patienceMs: number }[] = [
	{ signal: "SIGINT", patienceMs: 15_000 },
	{ signal: "SIGQUIT", patienceMs: 5_000 },
	{ signal: "SIGKILL", patienceMs: 5_000 },
];

/** Clears the way for a postmaster, then starts one. It does not accept connections yet: see `untilReady`. */
export async function spawnPostmaster(
	plan: PostmasterPlan,
): Promise<Postmaster> {
	await endProcesses(plan.clusterDir, plan.log);
	dropStaleLocks(plan.clusterDir, plan.socketDir);
	const { binaries, clusterDir, user, postgresLog } = plan;
	const args = ["-D", clusterDir, ...plan.args];
	const child = launch({
		program: binaries.postgres,
		args,
		libDir: binaries.libDir,
		user,
		output: postgresLog.fd,
	});
	let over = false;
	const ended = new Promise<string>((resolve) => {
		child.once("error", (error) => resolve(error.message));
		child.once("exit", (code, signal) =>
			resolve(signal === null ? `exit code ${code}` : `signal ${signal}`),
		);
	}).finally(() => {
		over = true;
	});
	child.unref();
	return {
		pid: child.pid,
		ended,
		hasEnded: () => over,
		signal: (signal) => void child.kill(signal),
		ref: () => child.ref(),
	};
}

/**
 * Postgres judges its leftover lock files by whether their process id lives. In a container ids repeat, and a killed
 * postmaster that nobody reaps still counts, so it would refuse to start. We know better: we hold the lock and
 * found no Postgres on the cluster. Only Linux shows that for certain; elsewhere postmaster.pid stays
 * as Postgres's own guard. The socket directory is private, so what lies in it is stale everywhere.
 */
function dropStaleLocks(clusterDir: string, socketDir: string): void {
	if (process.platform === "linux")
		rmSync(join(clusterDir, "postmaster.pid"), { force: true });
	for (const name of readdirSync(socketDir)) {
		if (name.startsWith(".s.PGSQL."))
			rmSync(join(socketDir, name), { force: true });
	}
}

/**
 * Waits until the postmaster accepts connections. Recovery after a power cut may take minutes: only the end of
 * the process is a failure, and it is thrown with Postgres's own words.
 */
export async function untilReady(
	postmaster: Postmaster,
	plan: PostmasterPlan,
	logSize: number,
): Promise<void> {
	const startedAt = Date.now();
	let toldAt = startedAt;
	while (!isReady(postmaster, plan.clusterDir, startedAt)) {
		const ended = await Promise.race([
			postmaster.ended,
			sleep(readyPollMs, undefined),
		]);
		if (ended !== undefined)
			throw startFailure(ended, plan.postgresLog, logSize);
		if (Date.now() - toldAt < patienceLogMs) continue;
		toldAt = Date.now();
		plan.log({
			level: "info",
			msg: "Postgres is recovering",
			forMs: toldAt - startedAt,
		});
	}
}

/** Its age is compared too: the stale file of an earlier run can carry the same process id. */
function isReady(
	postmaster: Postmaster,
	clusterDir: string,
	startedAt: number,
): boolean {
	const file = readPostmasterFile(clusterDir);
	if (
		file === undefined ||
		file.pid !== postmaster.pid ||
		file.status !== "ready"
	)
		return false;
	return file.startedAtS >= Math.floor(startedAt / 1000) - 2;
}

function startFailure(
	ended: string,
	postgresLog: PostgresLog,
	logSize: number,
): Error {
	const lines = postgresLog.linesSince(logSize);
	return programFailure(
		"Postgres did not start",
		lines.length > 0 ? lines : [ended],
		postgresLog.path,
	);
}

/** Stops the postmaster: fast, and harder when it takes too long. Committed data survives each of the ways. */
export async function stopPostmaster(
	postmaster: Postmaster,
	log: EngineLog,
): Promise<void> {
	postmaster.ref();
	for (const { signal, patienceMs } of stopSteps) {
		postmaster.signal(signal);
		const timer = new AbortController();
		const patience = sleep(patienceMs, undefined, {
			signal: timer.signal,
		}).catch(() => {});
		await Promise.race([postmaster.ended, patience]);
		timer.abort();
		if (postmaster.hasEnded()) return;
		log({
			level: "warn",
			msg: "Postgres is slow to stop",
			signal,
			waitedMs: patienceMs,
		});
	}
}
