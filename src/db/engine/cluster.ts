import {
	closeSync,
	existsSync,
	fsyncSync,
	openSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statfsSync,
	statSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Binaries } from "./binaries.ts";
import { ensureDir } from "./data-dir.ts";
import { EngineError, type EngineLog } from "./engine-error.ts";
import { programFailure } from "./failure.ts";
import { launch } from "./launch.ts";
import type { SystemUser } from "./system-user.ts";

/** Name of the role that owns a new cluster; it reaches the server only through the private socket. */
export const superuserName = "postgres";

/** A new cluster takes 40 MB and its first write-ahead log as much again; the rest is room to begin with. */
const freeBytesMin = 150 * 1024 * 1024;

export interface ClusterRequest {
	clusterDir: string;
	binaries: Binaries;
	user: SystemUser | undefined;
	durable: boolean;
	log: EngineLog;
}

/** Checks the cluster of a data directory, or makes one when there is none yet. */
export async function ensureCluster(request: ClusterRequest): Promise<void> {
	const { clusterDir, binaries, log } = request;
	if (existsSync(join(clusterDir, "PG_VERSION"))) {
		assertMajor(clusterDir, binaries.major);
		assertOwnCluster(clusterDir, request.user);
		return;
	}
	if (existsSync(clusterDir) && readdirSync(clusterDir).length > 0) {
		throw new EngineError(
			`${clusterDir} is not empty, yet holds no database. Move it away and start again.`,
		);
	}
	assertRoom(dirname(clusterDir));
	const startedAt = Date.now();
	await makeCluster(request);
	log({
		level: "info",
		msg: "made a new database",
		directory: clusterDir,
		ms: Date.now() - startedAt,
	});
}

function assertMajor(clusterDir: string, major: string): void {
	const found = readFileSync(join(clusterDir, "PG_VERSION"), "utf8").trim();
	if (found === major) return;
	throw new EngineError(
		`The database in ${clusterDir} was made by PostgreSQL ${found}, and this Reeve brings PostgreSQL ${major}. ` +
			"Start the Reeve version that made it and export your data there, or choose another data directory.",
	);
}

function assertOwnCluster(
	clusterDir: string,
	user: SystemUser | undefined,
): void {
	const { uid } = statSync(clusterDir);
	if (uid === (user?.uid ?? process.getuid?.())) return;
	throw new EngineError(
		`The database in ${clusterDir} belongs to uid ${uid}, which Reeve may not run Postgres as. ` +
			"Start Reeve as the user who started it before, or as root.",
	);
}

function assertRoom(dir: string): void {
	const { bavail, bsize } = statfsSync(dir);
	if (bavail * bsize >= freeBytesMin) return;
	const freeMb = Math.floor((bavail * bsize) / 1024 / 1024);
	throw new EngineError(
		`A new database needs ${freeBytesMin / 1024 / 1024} MB, and ${dir} has ${freeMb} MB left. ` +
			"Make room, or choose another data directory with --data or REEVE_DATA.",
	);
}

/** Makes the cluster under another name, so that a start cut short never leaves half a database under the right one. */
async function makeCluster(request: ClusterRequest): Promise<void> {
	const { clusterDir, user, durable } = request;
	removeUnfinished(clusterDir);
	const unfinished = `${clusterDir}.new-${process.pid}-${Date.now()}`;
	ensureDir(unfinished, 0o700, user);
	try {
		await runInitdb(request, newClusterArgs(unfinished));
		if (durable)
			await runInitdb(request, ["--pgdata", unfinished, "--sync-only"]);
		renameSync(unfinished, clusterDir);
		if (durable) syncDirectory(dirname(clusterDir));
	} catch (error) {
		rmSync(unfinished, { recursive: true, force: true });
		throw error;
	}
}

function removeUnfinished(clusterDir: string): void {
	const prefix = `${basename(clusterDir)}.new-`;
	for (const name of readdirSync(dirname(clusterDir))) {
		if (name.startsWith(prefix))
			rmSync(join(dirname(clusterDir), name), { recursive: true, force: true });
	}
}

/**
 * UTF-8 with Postgres's own C.UTF-8 rules: no dependence on the system's locales, so an upgrade of the system cannot
 * change the order inside an index. Syncing once at the end is several times faster than as it goes.
 *
 * Local connections are trusted. The only way in is the socket, in a directory of mode 0700 that belongs to
 * the account which runs Postgres: who can reach it is that account or root, and both can read the cluster's files
 * anyway. A password would have to lie beside them.
 */
function newClusterArgs(dir: string): string[] {
	const locale = [
		"--encoding=UTF8",
		"--locale=C",
		"--locale-provider=builtin",
		"--builtin-locale=C.UTF-8",
	];
	const access = [
		`--username=${superuserName}`,
		"--auth-local=trust",
		"--auth-host=reject",
	];
	return [
		"--pgdata",
		dir,
		...locale,
		...access,
		"--no-sync",
		"--no-instructions",
		"--set=shared_buffers=32MB",
	];
}

function runInitdb(
	{ binaries, user }: ClusterRequest,
	args: string[],
): Promise<void> {
	const child = launch({
		program: binaries.initdb,
		args,
		libDir: binaries.libDir,
		user,
		output: "pipe",
	});
	let words = "";
	for (const stream of [child.stdout, child.stderr]) {
		stream?.setEncoding("utf8").on("data", (chunk: string) => {
			words += chunk;
		});
	}
	return new Promise((resolve, reject) => {
		const fail = (cause: string) =>
			reject(
				programFailure("Cannot make a new database", [
					...words.split("\n"),
					cause,
				]),
			);
		child.once("error", (error) => fail(error.message));
		child.once("close", (code, signal) =>
			code === 0 ? resolve() : fail(`initdb failed: ${signal ?? code}`),
		);
	});
}

/** Makes a rename in the directory outlast a power cut. */
function syncDirectory(dir: string): void {
	const fd = openSync(dir, "r");
	fsyncSync(fd);
	closeSync(fd);
}
