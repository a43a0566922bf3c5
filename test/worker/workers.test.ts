import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { Database, sql } from "../../src/db/index.ts";
import { verifyExport } from "../../src/kernel/audit/verify-export.ts";
import { systemCaller } from "../../src/kernel/caller.ts";
import { systemClock } from "../../src/kernel/clock.ts";
import { Epochs } from "../../src/kernel/epoch.ts";
import {
	startWorkers,
	type Workers,
	type WorkersOptions,
} from "../../src/worker/index.ts";
import {
	type AuditScene,
	countSeals,
	exportLines,
	newSigningKey,
	openAuditScene,
	writeEvents,
} from "../audit/audit-scene.ts";
import { runAsSuperuser } from "../support/database.ts";
import { addCredential, openLog, standingClock } from "./worker-scene.ts";

let scene: AuditScene;
const key = newSigningKey();
const running: Workers[] = [];

beforeAll(async () => {
	scene = await openAuditScene();
});
afterEach(async () => {
	await Promise.all(running.splice(0).map((workers) => workers.stop()));
});
afterAll(() => scene.close());

function start(options: Partial<WorkersOptions> = {}) {
	const { log, lines } = openLog();
	const workers = startWorkers({
		database: scene.database,
		clock: systemClock,
		epochs: new Epochs(),
		signingKey: key,
		log,
		...options,
	});
	running.push(workers);
	return { workers, lines };
}

/** Milliseconds from now until an account has so many seals. */
async function sealedAfterMs(account: string, seals: number): Promise<number> {
	const startedMs = performance.now();
	const settled = async () =>
		expect(await countSeals(scene.database, [account])).toBe(seals);
	await vi.waitFor(settled, { timeout: 45_000, interval: 10 });
	return performance.now() - startedMs;
}

test("an event is sealed within a second of its commit, in this process and in another, beside a long transaction", async () => {
	const account = await scene.account();
	const { workers } = start();
	const latenciesMs: number[] = [];
	await writeEvents(scene.database, await scene.account(), 1, async () => {
		for (let i = 1; i <= 10; i++) {
			await writeEvents(scene.database, account);
			if (i % 2) workers.committed();
			latenciesMs.push(await sealedAfterMs(account, i));
		}
	});
	expect(Math.max(...latenciesMs)).toBeLessThan(1000);
});

test("a stop seals and signs what was committed before it, and stores the uses", async () => {
	const account = await scene.account();
	const credential = await addCredential(scene, account);
	const { workers } = start();
	await sealedAfterMs(account, 0);
	const caller = systemCaller(account);
	workers.used({
		caller: {
			...caller,
			credential: { ...caller.credential, id: credential, kind: "service" },
		},
		operation: "groups.list",
		address: "192.0.2.1",
		outcome: "admitted",
		atMs: Date.now(),
	});
	await writeEvents(scene.database, account, 3);
	workers.committed();
	await workers.stop();
	const report = await verifyExport(
		(async function* () {
			yield* await exportLines(scene.database, account);
		})(),
	);
	expect(report).toMatchObject({ sound: true, last: 3, signedUpTo: 3 });
	const { rows } = await scene.superuser.query(
		"select calls::int from credential_usage where credential_id = $1",
		[credential],
	);
	expect(rows).toEqual([{ calls: 1 }]);
});

test("several servers on one database seal everything once", async () => {
	const account = await scene.account();
	const other = new Database({
		connection: { connectionString: scene.test.url },
	});
	const nodes = [start(), start({ database: other }), start()];
	await Promise.all(
		Array.from({ length: 30 }, async (_, i) => {
			await writeEvents(scene.database, account);
			nodes[i % 3]?.workers.committed();
		}),
	);
	await sealedAfterMs(account, 30);
	await Promise.all(running.splice(0).map((workers) => workers.stop()));
	await other.close();
	expect(nodes.flatMap(({ lines }) => lines)).toEqual([]);
});

/** The kinds of work whose last line so far says this. */
function lastOf(lines: readonly string[], text: string): string[] {
	const last = new Map(lines.map((line) => [JSON.parse(line).work, line]));
	return [...last]
		.filter(([, line]) => line.includes(text))
		.map(([work]) => work);
}

test("workers survive a database that is away, tell it, and catch up", async () => {
	const account = await scene.account();
	const name = scene.test.superuser.database;
	const away = new Database({
		connection: { connectionString: scene.test.url, application_name: "node" },
	});
	const paces = {
		seal: 20,
		usage: 20,
		endpoints: 20,
		counts: 20,
		expiry: 20,
		partitions: 20,
		sign: 20,
	};
	const { lines } = start({ database: away, paces });
	await runAsSuperuser(`alter database ${name} allow_connections false`);
	const cut = () =>
		runAsSuperuser(
			"select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'node'",
		);
	await vi.waitFor(
		async () => {
			await cut();
			expect(lastOf(lines, "will be tried again")).toHaveLength(6);
		},
		{ timeout: 45_000 },
	);
	await runAsSuperuser(`alter database ${name} allow_connections true`);
	await writeEvents(scene.database, account);
	await sealedAfterMs(account, 1);
	await vi.waitFor(() => expect(lastOf(lines, "goes on")).toHaveLength(6), {
		timeout: 45_000,
	});
	// Rounds of 20 ms would have told it a hundred times. A round may just have got through between two cuts.
	expect(lines.length).toBeLessThan(30);
	await Promise.all(running.splice(0).map((workers) => workers.stop()));
	await away.close();
});

test("there are partitions of the audit log for two months ahead, made while others write", async () => {
	const clock = standingClock(new Date("2031-12-31T23:30:00Z"));
	const account = await scene.account();
	await writeEvents(scene.database, account, 1, async () => {
		start({ clock });
		start({ clock });
		await vi.waitFor(async () => {
			const { rows } = await scene.superuser.query(
				"select inhrelid::regclass::text as name from pg_inherits where inhparent = 'audit_events'::regclass order by 1",
			);
			const names = rows.map((row) => row.name);
			expect(names).toEqual(
				expect.arrayContaining(
					["2031_11", "2031_12", "2032_01", "2032_02"].map(
						(month) => `audit_events_${month}`,
					),
				),
			);
		}, 10_000);
		// Written while the other transaction holds its lock on the log.
		await writeEvents(scene.database, account);
	});
	const { rows } = await scene.superuser.query(
		"select count(*)::int as n from pg_class where relname like 'audit\\_events\\_20%' and relkind = 'r' and not (relrowsecurity and relforcerowsecurity)",
	);
	expect(rows).toEqual([{ n: 0 }]);
});

test("a partition is that of the month in UTC, whatever the time zone of the connection", async () => {
	const account = await scene.account();
	await scene.superuser.query("set timezone = 'Pacific/Auckland'");
	await scene.superuser.query("call ensure_audit_partitions('2035-06-15')");
	await scene.superuser.query("set timezone = 'America/Los_Angeles'");
	await scene.superuser.query("call ensure_audit_partitions('2035-09-15')");
	await scene.superuser.query("reset timezone");
	for (const at of [
		"2035-05-01T00:00:00Z",
		"2035-08-31T23:59:59Z",
		"2035-09-01T00:00:00Z",
		"2035-11-30T23:59:59Z",
	]) {
		const { rows } = await scene.superuser.query(
			"insert into audit_events (account_id, at, actor_kind, surface, operation, outcome) values ($1, $2, 'user', 'rest', 'x', 'done') returning tableoid::regclass::text as name",
			[account, at],
		);
		expect(rows[0].name).toBe(
			`audit_events_${at.slice(0, 7).replace("-", "_")}`,
		);
	}
	await scene.database.reader([]).query(sql`select 1`);
});
