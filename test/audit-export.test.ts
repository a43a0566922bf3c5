import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import {
	afterAll,
	beforeAll,
	beforeEach,
	describe,
	expect,
	it,
	vi,
} from "vitest";
import type { ExportLine } from "../src/kernel/audit/export-lines.ts";
import { signChains } from "../src/kernel/audit/sign-chains.ts";
import {
	type ExportReport,
	verifyExport,
} from "../src/kernel/audit/verify-export.ts";
import { exportLines, newSigningKey } from "./audit/audit-scene.ts";
import { refused, startNativeApi } from "./support/native-api.ts";
import { addPerson, addRootAccount } from "./support/provider.ts";
import { runReeve, temporaryDir, wideLimits } from "./support/reeve-process.ts";

const key = newSigningKey();
const EVENTS = 9;

const api = await startNativeApi();
const { server, call, made } = api;
const { database } = server.server;
const superuser = new pg.Client(server.database.superuser);
await superuser.connect();
const folder = await temporaryDir();
afterAll(async () => {
	await superuser.end();
	await folder.remove();
});

let acme: string;
/** Of an auditor of Acme, new for each test: the operation takes sixty calls a minute of one key. */
let reader: string;

beforeAll(async () => {
	acme = await tenant("Acme");
	for (let n = 1; n < EVENTS; n++) {
		await group(acme, `g-${n}`);
		if (n % 3 === 0) await sign(acme, n + 1);
	}
	await sign(acme, EVENTS);
});

beforeEach(async () => {
	reader = await auditor(acme);
});

async function auditor(account: string): Promise<string> {
	return (await addPerson(server, account, "auditor")).token;
}

async function tenant(name: string): Promise<string> {
	return (await made("/tenants", { name })).id;
}

async function group(account: string, name: string): Promise<void> {
	await made(`/groups?account=${account}`, { name });
}

/** Waits until so many events have their places, and signs the chain there. */
async function sign(account: string, events: number): Promise<void> {
	await vi.waitFor(
		async () => {
			const { json } = await call("GET", `/audit-chain?account=${account}`);
			expect(json.sequence).toBe(events);
		},
		{ timeout: 45_000, interval: 20 },
	);
	await signChains(database, [account], key, new Date());
}

/** All lines of the export of a key's own account, part by part, and how many parts there were. */
async function exported(
	as: string,
	search: string,
	between?: () => Promise<void>,
): Promise<{ lines: string[]; parts: number }> {
	const lines: string[] = [];
	let cursor = "";
	for (let parts = 1; ; parts++) {
		const path = `/audit-chain/export?${search}${cursor}`;
		const answer = await call("GET", path, undefined, as);
		expect(answer.status, answer.text).toBe(200);
		lines.push(...answer.json.data);
		expect(answer.json.has_more).toBe(answer.json.next !== null);
		if (!answer.json.has_more) return { lines, parts };
		cursor = `&cursor=${answer.json.next}`;
		await between?.();
	}
}

function verified(lines: readonly string[]): Promise<ExportReport> {
	const each = (async function* () {
		yield* lines;
	})();
	return verifyExport(each, { keys: [key.public] });
}

const parsed = (lines: readonly string[]): ExportLine[] =>
	lines.map((line) => JSON.parse(line));

describe("the signed export through the API", () => {
	it("is, part below part, the file that the command writes", async () => {
		const whole = await exportLines(database, acme);
		for (const limit of [1, 2, 3, 5, 1000]) {
			const { lines, parts } = await exported(reader, `limit=${limit}`);
			expect(lines.slice(1)).toEqual(
				whole.slice(1).map((line) => line.trimEnd()),
			);
			expect(parsed(lines)[0]).toMatchObject({
				...parsed(whole)[0],
				exported_at: expect.any(String),
			});
			expect(parts).toBeGreaterThanOrEqual(lines.length / limit);
		}
	});

	it("is sound to reeve audit verify though the log grows between the parts, and ends where it ended", async () => {
		const busy = await tenant("Busy");
		for (let n = 1; n < 8; n++) await group(busy, `b-${n}`);
		await sign(busy, 8);
		let written = 8;
		const { lines, parts } = await exported(
			await auditor(busy),
			"limit=1",
			async () => {
				await group(busy, `later-${written}`);
				await sign(busy, ++written);
			},
		);
		expect(parts).toBeGreaterThan(8);
		expect(await verified(lines)).toMatchObject({
			sound: true,
			first: 1,
			last: 8,
			signedUpTo: 8,
		});
		expect(parsed(lines).at(-1)).toEqual({
			kind: "end",
			sealed: 8,
			unsealed: 0,
		});
		const file = join(folder.path, "busy.jsonl");
		await writeFile(file, `${lines.join("\n")}\n`);
		const told = await runReeve(["audit", "verify", file], wideLimits);
		expect(told).toMatchObject({ status: 0 });
		expect(told.out).toContain("The log is whole.");
		const at = lines.findIndex((line) => line.includes("b-4"));
		const bent = lines.with(at, (lines[at] as string).replace("b-4", "b-5"));
		await writeFile(file, `${bent.join("\n")}\n`);
		const found = await runReeve(["audit", "verify", file], wideLimits);
		expect(found).toMatchObject({ status: 1 });
		expect(found.out).toContain("FAULT changed at 5");
	}, 120_000);

	it("brings numbers past a double and members of any name through as they were sealed", async () => {
		const odd = await tenant("Odd");
		await superuser.query(
			`insert into audit_events (account_id, actor_kind, surface, operation, outcome, before, after)
			values ($1, 'system', 'system', 'devices.update', 'done', '{"n":1e400,"m":-1e400}', '{"__proto__":{"2":1,"10":2},"text":"a\\u2028b\\r\\n"}')`,
			[odd],
		);
		await sign(odd, 2);
		const { lines } = await exported(await auditor(odd), "limit=1");
		expect(lines.join("\n")).toContain('"n":1e999');
		expect(await verified(lines)).toMatchObject({ sound: true, last: 2 });
	});

	it("tells of an event without a place, which an old one must not be", async () => {
		const victim = await tenant("Victim");
		await sign(victim, 1);
		await superuser.query(
			`insert into audit_events (account_id, at, xid, actor_kind, surface, operation, outcome)
			values ($1, now() - interval '1 hour', '3', 'user', 'rest', 'groups.create', 'done')`,
			[victim],
		);
		const { lines } = await exported(await auditor(victim), "limit=1");
		expect(parsed(lines).at(-1)).toMatchObject({ sealed: 1, unsealed: 1 });
		const report = await verified(lines);
		expect(report.faults).toMatchObject([{ rule: "inserted" }]);
	});

	it("finds an end that was cut off below a signature", async () => {
		const cut = await tenant("Cut");
		for (let n = 1; n < 4; n++) await group(cut, `c-${n}`);
		await sign(cut, 4);
		await superuser.query(
			"delete from audit_seals where account_id = $1 and sequence = 4",
			[cut],
		);
		const { lines } = await exported(await auditor(cut), "limit=2");
		expect((await verified(lines)).faults).toMatchObject([
			{ rule: "cut", sequence: 4 },
		]);
	});

	it("of a span of time holds its events, up to the signature that covers them", async () => {
		const { json } = await call(
			"GET",
			`/audit-events?account=${acme}&operation=groups.create&sort=at`,
		);
		const [, second, third, fourth] = json.data;
		const bounds = `from=${second.at}&to=${fourth.at}`;
		const { lines } = await exported(reader, `limit=1&${bounds}`);
		expect(parsed(lines)[0]).toMatchObject({
			from: second.at,
			to: fourth.at,
			previous: { sequence: second.sequence - 1 },
		});
		expect(await verified(lines)).toMatchObject({
			sound: true,
			first: second.sequence,
			last: 4,
			signedUpTo: 4,
		});
		expect(third.sequence).toBe(4);
		const none = await exported(
			reader,
			"from=0000-01-01T00:00:00Z&to=2001-01-01T00:00:00Z",
		);
		expect(await verified(none.lines)).toMatchObject({
			sound: true,
			first: null,
		});
	});
});

describe("the calls of an export", () => {
	const first = (search: string, as = reader) =>
		call("GET", `/audit-chain/export?${search}`, undefined, as);
	const encoded = (value: unknown) =>
		Buffer.from(JSON.stringify(value)).toString("base64url");

	it("refuse a cursor that no part of this export answered, naming it", async () => {
		const { json } = await first("limit=1");
		const state = JSON.parse(Buffer.from(json.next, "base64url").toString());
		const elsewhere = await first("limit=1", server.first.token);
		const cursors = [
			"nonsense",
			encoded(null),
			encoded({ ...state, stage: "other" }),
			encoded({ ...state, after: -1 }),
			encoded({ ...state, after: 1.5 }),
			encoded({ ...state, more: 1 }),
			encoded({
				...state,
				looked: { at: "2026-02-30T00:00:00.000000Z", id: "1" },
			}),
			encoded({
				...state,
				looked: { at: "0000-01-01T00:00:00.000000Z", id: "1" },
			}),
			encoded({ ...state, from: 8_000_000_000_000_000 }),
			elsewhere.json.next,
		];
		for (const cursor of cursors) {
			const answer = await first(`cursor=${cursor}`);
			refused(answer, 400, "/cursor");
		}
		const bounded = `from=2026-01-01T00:00:00Z&cursor=${json.next}`;
		refused(await first(bounded), 400, "/cursor");
		expect((await first(`cursor=${json.next}`)).status).toBe(200);
	});

	it("refuse bounds and limits that are none, naming them", async () => {
		refused(await first("from=yesterday"), 400, "/from");
		refused(await first("to=2016-12-31T23:59:60Z"), 400, "/to");
		for (const limit of [0, 2001])
			refused(await first(`limit=${limit}`), 400, "/limit");
	});

	it("need a key that opens the audit log, and a role that may read it", async () => {
		const narrow = await addPerson(server, acme, "owner", {
			access: { type: "operations", operations: ["audit.list"] },
		});
		expect((await first("", narrow.token)).status).toBe(403);
		const user = await addPerson(server, acme, "user");
		expect((await first("", user.token)).status).toBe(403);
		expect((await first("", reader)).status).toBe(200);
	});

	it("stay within the account, whatever the cursor says", async () => {
		const stranger = await addRootAccount(server, "standalone");
		const as = stranger.owner.token;
		const { json } = await first("limit=1");
		expect((await first(`account=${acme}`, as)).status).toBe(404);
		const borrowed = `cursor=${json.next}`;
		expect((await first(`account=${acme}&${borrowed}`, as)).status).toBe(404);
		refused(await first(borrowed, as), 400, "/cursor");
		const state = JSON.parse(Buffer.from(json.next, "base64url").toString());
		const forged = encoded({ ...state, account: stranger.id, first: 1 });
		const { lines } = await exported(as, `cursor=${forged}`);
		for (const line of parsed(lines)) expect(line.kind).not.toBe("checkpoint");
		expect(lines.join("\n")).not.toContain(`"account_id":"${acme}"`);
	});
});
