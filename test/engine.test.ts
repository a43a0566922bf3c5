import { spawn } from "node:child_process";
import {
	existsSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { locateBinaries } from "../src/db/engine/binaries.ts";
import type { ConnectionSettings } from "../src/db/engine/index.ts";
import { postgresProcesses } from "../src/db/engine/processes.ts";
import { postgresUser } from "../src/db/engine/system-user.ts";
import {
	type EngineProcess,
	makeCheckout,
	makeScratch,
	runEngine,
	until,
} from "./support/engine-process.ts";

const scratch = makeScratch("engine");
const running: EngineProcess[] = [];
let bundle: string;

beforeAll(async () => {
	bundle = await makeCheckout(join(scratch, "checkout"), "linked");
});
afterEach(async () => {
	for (const server of running.splice(0)) {
		await server.stop();
		const told = server.messages.map(({ msg }) => msg);
		expect(told).not.toContain("Postgres is slow to stop");
	}
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let count = 0;
const newDataDir = () => join(scratch, `data-${count++}`);
const clusterOf = (dataDir: string) => join(dataDir, "postgres");

function start(dataDir: string, env?: NodeJS.ProcessEnv): EngineProcess {
	const server = runEngine({ bundle, dataDir, ...(env ? { env } : {}) });
	running.push(server);
	return server;
}

async function startedIn(dataDir: string, env?: NodeJS.ProcessEnv) {
	const server = start(dataDir, env);
	const { pid, superuser } = await server.next("started");
	if (pid === undefined || superuser === undefined) throw new Error("no pid");
	return { server, pid, superuser };
}

async function connect(settings: ConnectionSettings): Promise<pg.Client> {
	const client = new pg.Client(settings);
	client.on("error", () => {});
	await client.connect();
	return client;
}

async function rowsOf(settings: ConnectionSettings, sql: string) {
	const client = await connect(settings);
	try {
		return (await client.query(sql)).rows;
	} finally {
		await client.end();
	}
}

async function fillOrders(settings: ConnectionSettings): Promise<void> {
	await rowsOf(
		settings,
		"CREATE TABLE IF NOT EXISTS mark AS SELECT generate_series(1, 1000) AS id",
	);
}

async function marks(settings: ConnectionSettings): Promise<number> {
	const rows = await rowsOf(settings, "SELECT count(*)::int AS n FROM mark");
	return rows[0].n;
}

test("an empty directory becomes a durable UTF-8 database behind a private socket, and a stop keeps its rows", async () => {
	const dataDir = newDataDir();
	const { server, superuser } = await startedIn(dataDir);
	const [settings] = await rowsOf(
		superuser,
		`SELECT current_setting('listen_addresses') AS tcp, current_setting('fsync') AS fsync,
			current_setting('timezone') AS zone, current_setting('server_encoding') AS encoding,
			datlocprovider AS provider, datlocale AS locale FROM pg_database WHERE datname = 'postgres'`,
	);
	expect(settings).toEqual({
		tcp: "",
		fsync: "on",
		zone: "UTC",
		encoding: "UTF8",
		provider: "b",
		locale: "C.UTF-8",
	});
	await fillOrders(superuser);
	await server.stop();
	expect(server.child.exitCode).toBe(0);
	expect(postgresProcesses(clusterOf(dataDir))).toEqual([]);
	const again = await startedIn(dataDir);
	expect(await marks(again.superuser)).toBe(1000);
});

test("a server killed with -9 leaves no Postgres behind and starts again with every row", async () => {
	const dataDir = newDataDir();
	const { server, pid, superuser } = await startedIn(dataDir);
	await fillOrders(superuser);
	expect(postgresProcesses(clusterOf(dataDir))).toContain(pid);
	await server.kill();
	await until("no Postgres", () => {
		return postgresProcesses(clusterOf(dataDir)).length === 0;
	});
	const again = await startedIn(dataDir);
	expect(await marks(again.superuser)).toBe(1000);
});

test("a server killed with -9 leaves no Postgres behind where there is no setpriv either", async () => {
	const dataDir = newDataDir();
	const tools = mkdtempSync(join(scratch, "tools-"));
	const { server } = await startedIn(dataDir, {
		PATH: withOnly(tools, ["flock", "perl"]),
	});
	await server.kill();
	await until("no Postgres", () => {
		return postgresProcesses(clusterOf(dataDir)).length === 0;
	});
});

test("a server can start while the Postgres of a killed one is still stopping", async () => {
	const dataDir = newDataDir();
	const { server, superuser } = await startedIn(dataDir);
	await fillOrders(superuser);
	await server.kill();
	const again = await startedIn(dataDir);
	expect(await marks(again.superuser)).toBe(1000);
});

test("a first start cut short by kill -9 is begun anew", async () => {
	const dataDir = newDataDir();
	const server = start(dataDir);
	await until("a database in the making", () => {
		return namesIn(dataDir).some((name) => name.startsWith("postgres.new-"));
	});
	await server.kill();
	await startedIn(dataDir);
	expect(namesIn(dataDir).sort()).toEqual(
		["logs", "postgres", "reeve.lock", "run"].sort(),
	);
});

test("a Postgres that outlived its server is stopped before a new one starts", async () => {
	const dataDir = newDataDir();
	const first = await startedIn(dataDir);
	await fillOrders(first.superuser);
	await first.server.stop();
	const orphan = startOrphan(dataDir);
	await until("an orphan at work", () => {
		return postgresProcesses(clusterOf(dataDir)).includes(orphan);
	});
	const { server, pid, superuser } = await startedIn(dataDir);
	expect(pid).not.toBe(orphan);
	expect(await marks(superuser)).toBe(1000);
	const told = await server.next("log");
	expect(told.msg).toMatch(/an earlier server left behind/);
});

test("a stale postmaster.pid that names a living stranger does not stop the start", async () => {
	const dataDir = newDataDir();
	const { server, superuser } = await startedIn(dataDir);
	await server.stop();
	const stale = `${process.pid}\n${clusterOf(dataDir)}\n0\n5432\n${superuser.host}\n\n0 0\nready\n`;
	writeFileSync(join(clusterOf(dataDir), "postmaster.pid"), stale);
	const again = await startedIn(dataDir);
	expect(again.pid).not.toBe(process.pid);
});

test("a second server on a data directory is refused by name and harms nothing", async () => {
	const dataDir = newDataDir();
	const { server, superuser } = await startedIn(dataDir);
	const { msg, name } = await start(dataDir).next("failed");
	expect(name).toBe("DataDirInUse");
	expect(msg).toMatch(
		new RegExp(`Another Reeve server.*process ${server.child.pid}`),
	);
	expect(await rowsOf(superuser, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

test("of four servers that start at the same moment exactly one runs", async () => {
	const dataDir = newDataDir();
	const servers = [1, 2, 3, 4].map(() => start(dataDir));
	const outcomes = await Promise.all(
		servers.map((server) =>
			Promise.any([
				server.next("started").then(() => "started"),
				server.next("failed").then((message) => message.msg),
			]),
		),
	);
	const refused = outcomes.filter((outcome) => outcome !== "started");
	expect(refused).toHaveLength(3);
	for (const msg of refused) expect(msg).toMatch(/Another Reeve server/);
});

test("a killed postmaster is told, started again without its stuck backends, and has every row", async () => {
	const dataDir = newDataDir();
	const { server, pid, superuser } = await startedIn(dataDir);
	await fillOrders(superuser);
	const stuck = await connect(superuser);
	const { rows } = await stuck.query("SELECT pg_backend_pid() AS pid");
	stuck.query("DO $$ BEGIN LOOP END LOOP $$").catch(() => {});
	process.kill(pid, "SIGKILL");
	await server.next("down");
	const up = await server.next("up");
	expect(up.pid).not.toBe(pid);
	expect(postgresProcesses(clusterOf(dataDir))).not.toContain(rows[0].pid);
	expect(await marks(superuser)).toBe(1000);
});

test("a killed backend takes the database down and up again, with every row", async () => {
	const { server, superuser } = await startedIn(newDataDir());
	await fillOrders(superuser);
	const client = await connect(superuser);
	const { rows } = await client.query("SELECT pg_backend_pid() AS pid");
	process.kill(rows[0].pid, "SIGKILL");
	await server.next("down");
	await server.next("up");
	expect(await marks(superuser)).toBe(1000);
});

test("a Postgres that cannot start again is tried until it can", async () => {
	const dataDir = newDataDir();
	const { server, pid, superuser } = await startedIn(dataDir);
	await fillOrders(superuser);
	const control = join(clusterOf(dataDir), "global", "pg_control");
	renameSync(control, `${control}.away`);
	process.kill(pid, "SIGKILL");
	await server.next("down");
	await until("a start that failed", () =>
		server.messages.some(({ msg }) => msg === "Postgres did not start again"),
	);
	renameSync(`${control}.away`, control);
	await server.next("up");
	expect(await marks(superuser)).toBe(1000);
});

test("a stop while Postgres is down ends the server and starts nothing more", async () => {
	const dataDir = newDataDir();
	const { server, pid } = await startedIn(dataDir);
	process.kill(pid, "SIGKILL");
	await server.next("down");
	await server.stop();
	expect(server.child.exitCode).toBe(0);
	expect(postgresProcesses(clusterOf(dataDir))).toEqual([]);
});

test("Ctrl-C in the terminal reaches the server and not Postgres", async () => {
	const { server, superuser } = await startedIn(newDataDir());
	process.kill(-(server.child.pid ?? Number.NaN), "SIGINT");
	await server.next("interrupted");
	expect(await rowsOf(superuser, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
	expect(server.messages.map(({ kind }) => kind)).not.toContain("down");
});

test.runIf(process.platform === "linux")(
	"Postgres sees nothing of the server's environment",
	async () => {
		const { pid, superuser } = await startedIn(newDataDir(), {
			REEVE_PEPPER: "1:cafebabe",
			PGDATA: "/nowhere",
			PGPORT: "1",
			PGOPTIONS: "-c nonsense=1",
		});
		expect(readFileSync(`/proc/${pid}/environ`, "utf8")).not.toMatch(
			/cafebabe|PG/,
		);
		expect(superuser.port).toBe(5432);
	},
);

test("a wrong statement leaves neither its text nor its values in the log", async () => {
	const dataDir = newDataDir();
	const { superuser } = await startedIn(dataDir);
	await expect(rowsOf(superuser, "SELECT 'hush-hush'::int")).rejects.toThrow();
	const log = readFileSync(join(dataDir, "logs", "postgres.log"), "utf8");
	expect(log).toMatch(/ready to accept connections/);
	expect(log).not.toMatch(/hush-hush/);
});

/** A PATH with links to some of the programs that this test's PATH has. */
function withOnly(dir: string, programs: string[]): string {
	const places = (process.env.PATH ?? "").split(":");
	for (const program of programs) {
		const place = places.find((path) => existsSync(join(path, program)));
		if (place) symlinkSync(join(place, program), join(dir, program));
	}
	return dir;
}

function namesIn(dir: string): string[] {
	return existsSync(dir) ? readdirSync(dir) : [];
}

/** Starts a Postgres on a data directory with no server above it, and returns its process id. */
function startOrphan(dataDir: string): number {
	const cluster = clusterOf(dataDir);
	const user = postgresUser(cluster);
	const binaries = locateBinaries(join(dataDir, "engine"), user, () => {});
	const args = ["-D", cluster, "-c", "listen_addresses="];
	const place = ["-c", `unix_socket_directories=${join(dataDir, "run")}`];
	const child = spawn(binaries.postgres, [...args, ...place], {
		cwd: "/",
		detached: true,
		stdio: "ignore",
		env: { LD_LIBRARY_PATH: binaries.libDir },
		...(user ? { uid: user.uid, gid: user.gid } : {}),
	});
	if (child.pid === undefined) throw new Error("the orphan did not start");
	return child.pid;
}
