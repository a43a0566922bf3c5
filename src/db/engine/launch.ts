import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import type { SystemUser } from "./system-user.ts";

/** What it takes to run one of Postgres's programs. */
export interface Launch {
	program: string;
	args: string[];
	libDir: string;
	/** Account to run as when Reeve runs as root. */
	user: SystemUser | undefined;
	/** Descriptor that receives what the program prints, or "pipe". */
	output: number | "pipe";
}

/**
 * Starts a program of Postgres that does not outlive Reeve.
 *
 * It gets a session of its own, else Ctrl-C in the terminal would stop Postgres before the server has finished what
 * it accepted. Its environment is made from nothing: ours holds secrets, and PG* variables would change its ways.
 */
export function launch({
	program,
	args,
	libDir,
	user,
	output,
}: Launch): ChildProcess {
	const guard = deathSignal();
	const child = spawn(
		guard[0] ?? program,
		[...guard.slice(1), ...(guard.length > 0 ? [program] : []), ...args],
		{
			cwd: "/",
			detached: true,
			env: {
				PATH: process.env.PATH,
				LD_LIBRARY_PATH: libDir,
				LC_ALL: "C",
				TZ: "UTC",
			},
			stdio: ["ignore", output, output],
			...(user === undefined ? {} : { uid: user.uid, gid: user.gid }),
		},
	);
	if (guard.length === 0 && child.pid !== undefined)
		watchParent(child, child.pid);
	return child;
}

/**
 * The prefix that makes the kernel send SIGINT (a fast shutdown) to the program when Reeve dies, even by kill -9.
 * setpriv asks for it after Node has switched accounts (which would clear it) and keeps the process id.
 * The signal follows the *thread* that launched: do not start the engine from a worker thread that ends early.
 */
function deathSignal(): string[] {
	const prefix = ["setpriv", "--pdeathsig", "INT"];
	const works =
		spawnSync("setpriv", [...prefix.slice(1), "true"], { stdio: "ignore" })
			.status === 0;
	return works ? prefix : [];
}

/**
 * Where there is no setpriv (macOS, small images): a shell that reads a pipe which only this process holds open.
 * The pipe ends when this process does, and the shell then sends the same SIGINT.
 */
function watchParent(child: ChildProcess, pid: number): void {
	const watcher = spawn(
		"/bin/sh",
		["-c", 'while read -r line; do :; done; kill -INT "$1"', "sh", String(pid)],
		{
			cwd: "/",
			detached: true,
			stdio: ["pipe", "ignore", "ignore"],
		},
	);
	watcher.on("error", () => {});
	watcher.unref();
	child.once("exit", () => watcher.kill("SIGKILL"));
}
