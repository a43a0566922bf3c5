import { existsSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { locateBinaries } from "./binaries.ts";
import { ensureCluster, superuserName } from "./cluster.ts";
import {
	type DataPaths,
	dataPaths,
	ensureDir,
	openDataDir,
} from "./data-dir.ts";
import { EngineError, type EngineLog, systemReason } from "./engine-error.ts";
import { lockDataDir } from "./lock.ts";
import { openPostgresLog } from "./log-file.ts";
import type { PostmasterPlan } from "./postmaster.ts";
import { endProcesses } from "./processes.ts";
import { runningPostgres } from "./running.ts";
import { serverSettings, settingsArgs } from "./settings.ts";
import { openSocketDir, socketPort } from "./socket-dir.ts";
import { type Supervised, supervise } from "./supervisor.ts";
import { assertReachable, postgresUser } from "./system-user.ts";

export { defaultDataDir, openDataDir } from "./data-dir.ts";
export {
	DataDirInUse,
	EngineError,
	type EngineLog,
	type EngineLogEvent,
} from "./engine-error.ts";

/** Settings for a connection of `pg`: `host` is the directory of the Unix socket. */
export interface ConnectionSettings {
	host: string;
	port: number;
	user: string;
	database: string;
}

/** The running embedded Postgres of one data directory. */
export interface Engine {
	/** The role that owns the cluster, for migrations' own preparations only. */
	readonly superuser: ConnectionSettings;
	/** The same server for another role and database; roles need no password on the private socket. */
	connection(user: string, database: string): ConnectionSettings;
	/** Process id of the postmaster, undefined while it is down. */
	readonly pid: number | undefined;
	/** `down` when Postgres ended unexpectedly, `up` when it accepts connections again. */
	on(event: "down" | "up", listener: () => void): void;
	off(event: "down" | "up", listener: () => void): void;
	/** Fast shutdown, then releases the data directory. Calling it again waits for the same end. */
	stop(): Promise<void>;
}

export interface EngineOptions {
	dataDir: string;
	log?: EngineLog;
	/** Postgres's own page cache, in MiB. */
	sharedBuffersMb?: number;
	/** False switches off every write guarantee: for tests. */
	durable?: boolean;
}

/**
 * Opens a data directory and runs Postgres in it, making both when they are new. The directory is locked for this
 * process, a Postgres left behind by a dead server is stopped first, and a crashed one is started again.
 * @throws {EngineError} whose message says what is wrong and what to do
 */
export async function startEngine(options: EngineOptions): Promise<Engine> {
	const paths = dataPaths(openDataDir(options.dataDir));
	const lock = lockDataDir(paths.lock);
	const undo: (() => void)[] = [() => lock.release()];
	const cleanUp = () => {
		for (const step of undo.splice(0).reverse()) step();
	};
	try {
		const plan = await prepare(paths, options, undo);
		const supervised = await supervise(plan);
		return engineOf(supervised, plan.socketDir, cleanUp);
	} catch (error) {
		cleanUp();
		if (error instanceof EngineError) throw error;
		throw new EngineError(
			`The database engine cannot start: ${systemReason(error)}.`,
			{ cause: error },
		);
	}
}

/** How a role connects to the Postgres that another process runs in a data directory; undefined when none does. */
export function runningConnection(
	dataDir: string,
	user: string,
	database: string,
): ConnectionSettings | undefined {
	const at = runningPostgres(dataPaths(dataDir).cluster);
	return at && { ...at, user, database };
}

async function prepare(
	paths: DataPaths,
	options: EngineOptions,
	undo: (() => void)[],
): Promise<PostmasterPlan> {
	const { log = () => {}, sharedBuffersMb = 32, durable = true } = options;
	const user = postgresUser(paths.cluster);
	if (user !== undefined) assertReachable(user, paths.root);
	const clusterDir = existsSync(paths.cluster)
		? realpathSync(paths.cluster)
		: paths.cluster;
	await endProcesses(clusterDir, log);
	const binaries = locateBinaries(paths.binaries, user, log);
	await ensureCluster({ clusterDir, binaries, user, durable, log });
	const socketDir = openSocketDir(paths.run, user);
	undo.push(() => socketDir.remove());
	ensureDir(paths.logs, 0o700);
	const postgresLog = openPostgresLog(join(paths.logs, "postgres.log"));
	undo.push(() => postgresLog.close());
	const settings = serverSettings({
		socketDir: socketDir.path,
		port: socketPort,
		sharedBuffersMb,
		durable,
	});
	return {
		clusterDir,
		binaries,
		user,
		socketDir: socketDir.path,
		args: settingsArgs(settings),
		postgresLog,
		log,
	};
}

function engineOf(
	supervised: Supervised,
	socketDir: string,
	cleanUp: () => void,
): Engine {
	const connection = (user: string, database: string) => ({
		host: socketDir,
		port: socketPort,
		user,
		database,
	});
	return {
		superuser: connection(superuserName, "postgres"),
		connection,
		get pid() {
			return supervised.pid;
		},
		on: (event, listener) => void supervised.events.on(event, listener),
		off: (event, listener) => void supervised.events.off(event, listener),
		stop: async () => {
			await supervised.stop();
			cleanUp();
		},
	};
}
