import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import {
	type ConnectionSettings,
	type Engine,
	startEngine,
} from "../../src/db/engine/index.ts";

declare module "vitest" {
	interface ProvidedContext {
		/** Superuser of the one Postgres that all test files of a run share. */
		postgres: ConnectionSettings;
	}
}

/** One Postgres for the whole run, without write guarantees; test files make databases in it. */
export default async function setup(
	project: TestProject,
): Promise<() => Promise<void>> {
	const dataDir = mkdtempSync(join(tmpdir(), "reeve-test-"));
	const engine = await startOrExplain(dataDir);
	const endWatch = removeWhenWeDie(dataDir, engine.pid);
	project.provide("postgres", engine.superuser);
	return async () => {
		await engine.stop();
		rmSync(dataDir, { recursive: true, force: true });
		endWatch();
	};
}

async function startOrExplain(dataDir: string): Promise<Engine> {
	try {
		return await startEngine({ dataDir, durable: false });
	} catch (error) {
		rmSync(dataDir, { recursive: true, force: true });
		const reason = error instanceof Error ? error.message : String(error);
		throw new Error(`The tests need the embedded Postgres. ${reason}`, {
			cause: error,
		});
	}
}

/**
 * A killed run still stops its Postgres (the engine sees to that), but nobody would remove the directory.
 * A shell that waits on a pipe only we hold does: first for our end, then for that of the postmaster.
 */
function removeWhenWeDie(dataDir: string, pid: number | undefined): () => void {
	const script =
		'while read -r line; do :; done; while kill -0 "$2" 2>/dev/null; do sleep 0.1; done; rm -rf -- "$1"';
	const watcher = spawn("/bin/sh", ["-c", script, "sh", dataDir, `${pid}`], {
		detached: true,
		stdio: ["pipe", "ignore", "ignore"],
	});
	watcher.unref();
	return () => watcher.kill("SIGKILL");
}
