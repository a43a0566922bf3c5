import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
	freePort,
	type ReeveProcess,
	runReeve,
	type SetUp,
	startReeve,
	temporaryDir,
	wideLimits,
} from "./support/reeve-process.ts";
import { callServer } from "./support/server.ts";
import { type Attempt, send, WriteLoad } from "./support/write-load.ts";

const SERVER_KILLS = 20;
/** Fewer, because a Postgres that crashes over and over is started again after longer and longer waits. */
const POSTGRES_KILLS = 8;
const WRITERS = 8;

let dir: Awaited<ReturnType<typeof temporaryDir>>;
let first: SetUp;
let args: string[];
let server: ReeveProcess;
let groupsMade = 0;

beforeAll(async () => {
	dir = await temporaryDir();
	const setup = await runReeve(["setup", "--json", "--data", dir.path]);
	first = JSON.parse(setup.out);
	args = ["--data", dir.path, "--port", String(await freePort())];
	server = await startReeve(args, wideLimits);
});

afterAll(async () => {
	await server?.kill("SIGTERM");
	await dir?.remove();
});

test("kill -9 of the server during writes loses no answered write and doubles none", async () => {
	const attempts: Attempt[] = [];
	for (let round = 0; round < SERVER_KILLS; round++) {
		const load = new WriteLoad(server.url, first.token, WRITERS);
		await load.answered(10 + round);
		const postmaster = postmasterPid();
		await server.kill("SIGKILL");
		await load.stop();
		await expect.poll(() => runs(postmaster)).toBe(false);
		attempts.push(...load.attempts);
		server = await startReeve(args, wideLimits);
	}
	await expectEachOnce(attempts, SERVER_KILLS);
}, 300_000);

test("kill -9 of Postgres during writes loses no answered write, and the server comes back by itself", async () => {
	const attempts: Attempt[] = [];
	for (let round = 0; round < POSTGRES_KILLS; round++) {
		const load = new WriteLoad(server.url, first.token, WRITERS);
		await load.answered(10 + round);
		await killPostgres();
		await ready(server.url);
		await load.stop();
		attempts.push(...load.attempts);
	}
	await expectEachOnce(attempts, POSTGRES_KILLS);
}, 300_000);

test("the audit log of both series is whole: no row was lost, added or changed by a crash", async () => {
	// What the last crash cut off is sealed by the server that came back, within its next rounds.
	await expect
		.poll(async () => (await exportAndVerify()).report.unsealed)
		.toBe(0);
	await server.kill("SIGTERM");
	const { report, exported } = await exportAndVerify();
	expect(report).toMatchObject({ sound: true, faults: [] });
	expect(report.signedUpTo).toBe(report.last);
	const made = exported.match(/"operation":"groups\.create"/g) ?? [];
	expect(made).toHaveLength(groupsMade);
});

async function exportAndVerify() {
	const account = ["--account", first.account_id, "--data", dir.path];
	const { out: exported } = await runReeve(["audit", "export", ...account]);
	const file = join(dir.path, "export.jsonl");
	await writeFile(file, exported);
	const { out } = await runReeve(["audit", "verify", file, "--json"]);
	return { exported, report: JSON.parse(out) };
}

/** Every answered write is there once, with the id that was answered; every other can be repeated and is then there once. */
async function expectEachOnce(
	attempts: Attempt[],
	kills: number,
): Promise<void> {
	const answered = attempts.filter((attempt) => attempt.answer);
	expect(answered.length).toBeGreaterThan(kills * 10);
	for (const attempt of attempts) {
		const said = attempt.answer;
		await expect.poll(() => send(server.url, first.token, attempt)).toBe(201);
		if (said) expect(attempt.answer).toEqual(said);
	}
	const groups = await allGroups();
	groupsMade += attempts.length;
	for (const attempt of attempts)
		expect(groups.get(attempt.name)).toEqual([attempt.answer?.id]);
}

async function allGroups(): Promise<Map<string, string[]>> {
	const found = new Map<string, string[]>();
	let cursor: string | null = null;
	do {
		const { json } = await callServer(
			server.url,
			"GET",
			`/api/v1/groups?limit=1000${cursor ? `&cursor=${cursor}` : ""}`,
			{ token: first.token },
		);
		for (const { id, name } of json.data)
			found.set(name, [...(found.get(name) ?? []), id]);
		cursor = json.next;
	} while (cursor);
	return found;
}

function postmasterPid(): number {
	return Number(
		readFileSync(join(dir.path, "postgres", "postmaster.pid"), "utf8").split(
			"\n",
		)[0],
	);
}

/** Its children live on for a moment and would answer, so the end is awaited by the coming of its successor. */
async function killPostgres(): Promise<void> {
	const killed = postmasterPid();
	process.kill(killed, "SIGKILL");
	await expect.poll(postmasterPid).not.toBe(killed);
}

/** Whether a process still works; one that ended and waits to be collected does not. */
function runs(pid: number): boolean {
	try {
		return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
	} catch {
		return false;
	}
}

/** Asks until the server says it can serve again; answers meanwhile must be 503, never another failure. */
async function ready(url: string): Promise<void> {
	for (;;) {
		const { status } = await callServer(url, "GET", "/readyz");
		if (status === 200) return;
		expect(status).toBe(503);
	}
}
