import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { basename, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { EngineError, type EngineLog } from "./engine-error.ts";

const pollMs = 20;

/**
 * Process ids of every Postgres at work on a cluster: its postmaster, and backends that outlived one.
 * A number in postmaster.pid proves nothing, since it may belong to a stranger by now. A process counts when its
 * program is postgres and its working directory is the cluster, which Postgres makes so at its start.
 */
export function postgresProcesses(clusterDir: string): number[] {
	if (process.platform !== "linux") return postmasterByName(clusterDir);
	const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
	return pids.map(Number).filter((pid) => {
		const program = basename(readProcLink(pid, "exe")).replace(
			/ \(deleted\)$/,
			"",
		);
		return program === "postgres" && readProcLink(pid, "cwd") === clusterDir;
	});
}

function readProcLink(pid: number, link: "exe" | "cwd"): string {
	try {
		return readlinkSync(`/proc/${pid}/${link}`);
	} catch {
		return "";
	}
}

/** Without /proc only the postmaster shows its cluster, in its arguments; Postgres itself waits for the others. */
function postmasterByName(clusterDir: string): number[] {
	const pid = readPostmasterFile(clusterDir)?.pid;
	if (pid === undefined) return [];
	const { stdout } = spawnSync("ps", ["-p", String(pid), "-o", "command="], {
		encoding: "utf8",
	});
	return stdout?.includes("postgres") && stdout.includes(clusterDir)
		? [pid]
		: [];
}

/** What a postmaster writes to its postmaster.pid: lines 1, 3 (seconds since 1970) and 8 of the file. */
export interface PostmasterFile {
	pid: number;
	startedAtS: number;
	status: string;
}

export function readPostmasterFile(
	clusterDir: string,
): PostmasterFile | undefined {
	try {
		const lines = readFileSync(
			join(clusterDir, "postmaster.pid"),
			"utf8",
		).split("\n");
		return {
			pid: Number(lines[0]),
			startedAtS: Number(lines[2]),
			status: lines[7]?.trim() ?? "",
		};
	} catch {
		return undefined;
	}
}

/**
 * Ends whatever Postgres still runs on a cluster that is ours by lock: first as asked for by a fast shutdown, then
 * ever harder. Backends without a postmaster get no fast shutdown: nothing coordinates them, and a new
 * postmaster refuses to start beside them. Nothing acknowledged is lost: recovery replays the log.
 */
export async function endProcesses(
	clusterDir: string,
	log: EngineLog,
	patienceMs = 10_000,
): Promise<void> {
	const found = postgresProcesses(clusterDir);
	if (found.length === 0) return;
	log({
		level: "warn",
		msg: "stopping a Postgres that an earlier server left behind",
		pids: found,
	});
	const postmaster = found.find(
		(pid) => pid === readPostmasterFile(clusterDir)?.pid,
	);
	if (postmaster !== undefined) {
		signalAll([postmaster], "SIGINT");
		if (await gone(clusterDir, patienceMs)) return;
	}
	for (const signal of ["SIGQUIT", "SIGKILL"] as const) {
		signalAll(postgresProcesses(clusterDir), signal);
		if (await gone(clusterDir, patienceMs / 2)) return;
	}
	throw new EngineError(
		`A Postgres left behind on ${clusterDir} does not end (processes ${postgresProcesses(clusterDir).join(", ")}). ` +
			"End it, then start Reeve again.",
	);
}

async function gone(clusterDir: string, patienceMs: number): Promise<boolean> {
	for (
		const deadline = Date.now() + patienceMs;
		Date.now() < deadline;
		await sleep(pollMs)
	) {
		if (postgresProcesses(clusterDir).length === 0) return true;
	}
	return false;
}

function signalAll(pids: number[], signal: NodeJS.Signals): void {
	for (const pid of pids) {
		try {
			process.kill(pid, signal);
		} catch {
			// It ended by itself meanwhile, which is what we want.
		}
	}
}
