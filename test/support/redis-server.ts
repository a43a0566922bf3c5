import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Redis } from "ioredis";

/** A redis-server of one test's own, on a Unix socket in a folder that goes with it. */
export interface RedisServer {
	/** What REDIS_URL would hold. */
	readonly url: string;
	/** Resolves when the server accepts connections. */
	start(): Promise<void>;
	/** Ends the process at once, as a crash would, and forgets its data. */
	kill(): Promise<void>;
	/** Stops (SIGSTOP) and continues (SIGCONT) the process: a server that is there and does not answer. */
	signal(name: "SIGSTOP" | "SIGCONT"): void;
	/** What a command answers, as a list of texts. */
	command(...words: string[]): Promise<string[]>;
	/** Kills and removes the folder. */
	dispose(): Promise<void>;
}

export async function redisServer(binary: string): Promise<RedisServer> {
	const folder = await mkdtemp(join(tmpdir(), "reeve-redis-"));
	const url = join(folder, "redis.sock");
	let child: ChildProcess | undefined;
	const kill = async () => {
		if (child === undefined) return;
		const exited = once(child, "exit");
		child.kill("SIGKILL");
		await exited;
		child = undefined;
	};
	return {
		url,
		start: async () => {
			child = await launch(binary, folder, url);
		},
		kill,
		signal: (name) => void child?.kill(name),
		command: (...words) => ask(url, words),
		dispose: async () => {
			await kill();
			await rm(folder, { recursive: true, force: true });
		},
	};
}

async function launch(
	binary: string,
	folder: string,
	socket: string,
): Promise<ChildProcess> {
	const settings = ["--port", "0", "--unixsocket", socket, "--dir", folder];
	const nothingKept = ["--save", "", "--appendonly", "no"];
	const child = spawn(binary, [...settings, ...nothingKept], {
		stdio: ["ignore", "pipe", "inherit"],
	});
	for await (const line of createInterface({ input: child.stdout })) {
		if (!/ready to accept connections/i.test(line)) continue;
		// Read on, so that the server never waits for a full pipe.
		child.stdout.resume();
		return child;
	}
	throw new Error(`${binary} ended before it accepted connections`);
}

async function ask(socket: string, words: string[]): Promise<string[]> {
	const [command = "", ...rest] = words;
	const redis = new Redis(socket);
	const answer = await redis.call(command, ...rest);
	redis.disconnect();
	return Array.isArray(answer) ? answer.map(String) : [String(answer)];
}
