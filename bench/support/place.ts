import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { type Engine, startEngine } from "../../src/db/engine/index.ts";
import { packageRoot } from "../../src/package-root.ts";

/** What the rows are measured on: a durable Postgres, a server in its own process, and an account with credentials. */
export interface Place {
	engine: Engine;
	/** As the superuser, for seeding and for what has no wall. */
	admin: pg.Client;
	databaseUrl: string;
	/** Environment of a server on this place: every budget so wide that it never refuses. */
	env: NodeJS.ProcessEnv;
	dataDir: string;
	first: { account_id: string; token: string };
	close(): Promise<void>;
}

const WIDE = "10000000";

export async function openPlace(): Promise<Place> {
	const root = mkdtempSync(join(tmpdir(), "reeve-bench-"));
	// Postgres may run as another user, who must be able to pass.
	chmodSync(root, 0o711);
	const engine = await startEngine({
		dataDir: join(root, "db"),
		sharedBuffersMb: 256,
	});
	const admin = new pg.Client(engine.superuser);
	await admin.connect();
	await admin.query("create role reeve_owner login");
	await admin.query("create role reeve_app login");
	await admin.query("create database reeve owner reeve_owner");
	await admin.end();
	const at = (role: string) =>
		`postgres://${role}@${encodeURIComponent(engine.superuser.host)}:${engine.superuser.port}/reeve`;
	const dataDir = join(root, "data");
	const env: NodeJS.ProcessEnv = {
		...process.env,
		DATABASE_URL: at("reeve_app"),
		DATABASE_OWNER_URL: at("reeve_owner"),
		REEVE_DATA: dataDir,
		REEVE_PORT: "0",
		REEVE_LOG_LEVEL: "info",
		REEVE_LIMIT_CREDENTIAL_PER_MINUTE: WIDE,
		REEVE_LIMIT_CREDENTIAL_BURST: WIDE,
		REEVE_LIMIT_READS_PER_MINUTE: WIDE,
		REEVE_LIMIT_WRITES_PER_MINUTE: WIDE,
	};
	const first = JSON.parse(await runReeve(["setup", "--json"], env));
	const database = new pg.Client({ ...engine.superuser, database: "reeve" });
	await database.connect();
	return {
		engine,
		admin: database,
		databaseUrl: at("reeve_app"),
		env,
		dataDir,
		first,
		async close() {
			await database.end();
			await engine.stop();
			rmSync(root, { recursive: true, force: true });
		},
	};
}

/** Runs one command of `reeve` to its end and answers what it printed. */
export async function runReeve(
	args: string[],
	env: NodeJS.ProcessEnv,
): Promise<string> {
	const child = spawn(
		process.execPath,
		[join(packageRoot, "bin/reeve.js"), ...args],
		{ env, stdio: ["ignore", "pipe", "inherit"] },
	);
	let out = "";
	child.stdout.on("data", (chunk) => {
		out += chunk;
	});
	const [status] = await once(child, "close");
	if (status !== 0) throw new Error(`reeve ${args[0]} ended with ${status}`);
	return out;
}

export interface Running {
	url: string;
	pid: number;
	stop(): Promise<void>;
}

/** Starts a server of ours and waits for the line that says where it listens. Its log goes nowhere, as to a file. */
export async function startReeve(
	env: NodeJS.ProcessEnv,
	args: string[] = [],
): Promise<Running> {
	const child = spawn(
		process.execPath,
		[join(packageRoot, "bin/reeve.js"), "start", ...args],
		{ env, stdio: ["ignore", "pipe", "inherit"] },
	);
	return running(child, await firstUrl(child));
}

function firstUrl(child: ChildProcess): Promise<string> {
	return new Promise((resolve, reject) => {
		let out = "";
		child.once("exit", (code) =>
			reject(new Error(`the server ended with ${code} before it was ready`)),
		);
		child.stdout?.on("data", (chunk: Buffer) => {
			if (out.length > 100_000) return;
			out += chunk;
			const ready = /"url":"([^"]+)"[^\n]*"msg":"ready"/.exec(out);
			if (ready) {
				out = " ".repeat(100_001);
				resolve(ready[1] as string);
			}
		});
	});
}

/** Starts the ungated server of `bench/support/ungated-server.ts` in a process of its own. */
export async function startUngated(plan: object): Promise<Running> {
	const child = fork(
		join(packageRoot, "scripts/run.js"),
		[join(packageRoot, "bench/support/ungated-server.ts")],
		{ stdio: ["ignore", "inherit", "inherit", "ipc"] },
	);
	child.send(plan);
	const [url] = (await once(child, "message")) as [string];
	return running(child, url);
}

function running(child: ChildProcess, url: string): Running {
	return {
		url,
		pid: child.pid as number,
		async stop() {
			const ended = once(child, "exit");
			child.kill("SIGTERM");
			await ended;
		},
	};
}
