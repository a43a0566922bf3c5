import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packageRoot } from "../../src/package-root.ts";

const WIDE = "10000000";

/** Budgets that a test of something else never meets. */
export const wideLimits = {
	REEVE_LIMIT_CREDENTIAL_PER_MINUTE: WIDE,
	REEVE_LIMIT_CREDENTIAL_BURST: WIDE,
	REEVE_LIMIT_READS_PER_MINUTE: WIDE,
	REEVE_LIMIT_WRITES_PER_MINUTE: WIDE,
	REEVE_LIMIT_FAILURES_PER_MINUTE: WIDE,
	REEVE_LIMIT_FAILURES_BURST: WIDE,
};

export interface SetUp {
	url: string;
	account_id: string;
	owner: { email: string; password: string };
	token: string;
	key: { id: string; secret: string };
	api_key: string;
}

/** A `reeve` command in a process of its own, as a user runs it. */
export function spawnReeve(
	args: string[],
	env: NodeJS.ProcessEnv = {},
): ChildProcess {
	return spawn(process.execPath, [join(packageRoot, "bin/reeve.js"), ...args], {
		env: { ...process.env, ...env },
		stdio: ["ignore", "pipe", "pipe"],
	});
}

/** Runs a command to its end. */
export async function runReeve(
	args: string[],
	env: NodeJS.ProcessEnv = {},
): Promise<{ status: number; out: string; err: string }> {
	const child = spawnReeve(args, env);
	let out = "";
	let err = "";
	child.stdout?.on("data", (chunk) => {
		out += chunk;
	});
	child.stderr?.on("data", (chunk) => {
		err += chunk;
	});
	const [status] = await once(child, "close");
	return { status, out, err };
}

export interface ReeveProcess {
	url: string;
	pid: number;
	/** Everything it printed. */
	output(): string;
	/** Sends a signal and does not wait for what becomes of it. */
	signal(signal: NodeJS.Signals): void;
	/** The exit status, once it has ended; null when a signal ended it. */
	ended: Promise<number | null>;
	/** Sends a signal that ends it, and answers the exit status. */
	kill(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts a server and waits for its ready line. */
export async function startReeve(
	args: string[],
	env: NodeJS.ProcessEnv = {},
): Promise<ReeveProcess> {
	const child = spawnReeve(["start", ...args], env);
	let printed = "";
	const ended = once(child, "exit").then(
		([code]: (number | null)[]) => code ?? null,
	);
	const url = await new Promise<string>((resolve, reject) => {
		const read = (chunk: Buffer) => {
			printed += chunk;
			const ready = /"url":"([^"]+)"[^\n]*"msg":"ready"/.exec(printed);
			if (ready) resolve(ready[1] as string);
		};
		child.stdout?.on("data", read);
		child.stderr?.on("data", read);
		ended.then((code) =>
			reject(new Error(`the server ended with ${code}: ${printed}`)),
		);
	});
	return {
		url,
		pid: child.pid as number,
		output: () => printed,
		ended,
		signal: (signal) => void child.kill(signal),
		kill(signal) {
			child.kill(signal);
			return ended;
		},
	};
}

/** A port that was free a moment ago, for a server that must come back where it was. */
export async function freePort(): Promise<number> {
	const probe = createServer();
	probe.listen(0, "127.0.0.1");
	await once(probe, "listening");
	const { port } = probe.address() as { port: number };
	probe.close();
	await once(probe, "close");
	return port;
}

/** A directory for one test, through which the account that runs Postgres may pass, and its removal. */
export async function temporaryDir(): Promise<{
	path: string;
	remove(): Promise<void>;
}> {
	const path = await mkdtemp(join(tmpdir(), "reeve-run-"));
	await chmod(path, 0o711);
	return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
