import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
	appendFileSync,
	chownSync,
	existsSync,
	mkdtempSync,
	rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { inject } from "vitest";

/** A Postgres that nobody but its owner looks after, as `DATABASE_URL` names one. */
export interface OwnPostgres {
	superuser: pg.ClientConfig;
	/** What DATABASE_URL would hold for a role and a database. */
	url(role: string, database: string): string;
	stop(): Promise<void>;
}

/** Where Debian 12 puts the oldest version that Reeve works on. */
const debian15 = "/usr/lib/postgresql/15/bin";

/**
 * Debian's Postgres 15, run as an administrator would and living in another time zone, where this machine has it; the
 * run's embedded one elsewhere.
 */
export async function ownPostgres(): Promise<OwnPostgres> {
	return existsSync(join(debian15, "postgres")) ? runDebian() : embedded();
}

function embedded(): OwnPostgres {
	const cluster = inject("postgres");
	return {
		superuser: cluster,
		url: urlAt(cluster.host, cluster.port),
		stop: async () => undefined,
	};
}

async function runDebian(): Promise<OwnPostgres> {
	const folder = mkdtempSync(join(tmpdir(), "reeve-own-"));
	const as = administrator();
	if (as) chownSync(folder, as.uid, as.gid);
	const data = join(folder, "data");
	const init = ["-D", data, "-U", "postgres", "-A", "trust", "--no-sync"];
	execFileSync(join(debian15, "initdb"), init, {
		stdio: ["ignore", "ignore", "inherit"],
		cwd: "/",
		...as,
	});
	appendFileSync(
		join(data, "postgresql.conf"),
		`listen_addresses = ''\nunix_socket_directories = '${folder}'\ntimezone = 'Asia/Kathmandu'\nfsync = off\n`,
	);
	const child = spawn(join(debian15, "postgres"), ["-D", data], {
		stdio: "ignore",
		cwd: "/",
		...as,
	});
	const ended = once(child, "exit");
	const superuser = {
		host: folder,
		port: 5432,
		user: "postgres",
		database: "postgres",
	};
	await accepts(superuser, () => child.exitCode !== null);
	return {
		superuser,
		url: urlAt(folder, 5432),
		async stop() {
			child.kill("SIGQUIT");
			await ended;
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

/** Postgres refuses to run as root. */
function administrator(): { uid: number; gid: number } | undefined {
	if (process.getuid?.() !== 0) return undefined;
	const id = (flag: string) =>
		Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
	return { uid: id("-u"), gid: id("-g") };
}

function urlAt(host: string, port: number): OwnPostgres["url"] {
	return (role, database) =>
		`postgres://${role}@${encodeURIComponent(host)}:${port}/${database}`;
}

async function accepts(
	connection: pg.ClientConfig,
	ended: () => boolean,
): Promise<void> {
	for (;;) {
		const client = new pg.Client(connection);
		try {
			await client.connect();
			return;
		} catch (error) {
			if (ended()) throw error;
		} finally {
			await client.end();
		}
	}
}
