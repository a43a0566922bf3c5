import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Database, sql } from "../../src/db/index.ts";
import { insertEvent } from "../../src/kernel/audit/events.ts";
import { sealBatch } from "../../src/kernel/audit/seal-batch.ts";
import { Sealer } from "../../src/kernel/audit/sealer.ts";
import { verifyChain } from "../../src/kernel/audit/verify-chain.ts";
import { systemClock } from "../../src/kernel/clock.ts";
import {
	type AuditScene,
	anEvent,
	countSeals,
	newSigningKey,
	openAuditScene,
	readChain,
	writeEvents,
} from "./audit-scene.ts";

let scene: AuditScene;
const key = newSigningKey();

beforeAll(async () => {
	scene = await openAuditScene();
});
afterAll(() => scene.close());

function sealer(options: { batchMax?: number; signEvery?: number } = {}) {
	return new Sealer({
		database: scene.database,
		key,
		clock: systemClock,
		...options,
	});
}

/** Every event of an account is sealed exactly once, in a chain that verifies. */
async function expectWhole(accountId: string, events: number): Promise<void> {
	const chain = await readChain(scene.database, accountId);
	const report = verifyChain(chain.events, chain.seals, chain.checkpoints, [
		key.public,
	]);
	expect(report.faults).toEqual([]);
	expect(chain.unsealed).toEqual([]);
	expect(new Set(chain.seals.map((seal) => seal.event_id)).size).toBe(events);
	expect(chain.seals).toHaveLength(events);
}

test("an event of a transaction that began before others and ended after them is sealed once, and keeps none of them waiting", async () => {
	const slow = await scene.account();
	const quick = await scene.account();
	let counted = 0;
	await writeEvents(scene.database, slow, 2, async () => {
		await writeEvents(scene.database, quick, 3);
		await writeEvents(scene.database, slow, 1);
		await sealer().seal();
		counted = await countSeals(scene.database, [quick, slow]);
	});
	expect(counted).toBe(4);
	await sealer().seal();
	await expectWhole(quick, 3);
	await expectWhole(slow, 3);
});

test("events of many long and short transactions at once are all sealed exactly once, whoever seals", async () => {
	const accounts = await Promise.all(
		Array.from({ length: 5 }, () => scene.account()),
	);
	const other = new Database({
		connection: { connectionString: scene.test.url },
	});
	const sealers = [
		sealer({ batchMax: 7 }),
		new Sealer({ database: other, key, clock: systemClock, batchMax: 11 }),
	];
	let writing = true;
	const rounds = sealers.map(async (one) => {
		while (writing) await one.seal();
	});
	const pause = (
		tx: { query(statement: unknown): Promise<unknown> },
		i: number,
	) => tx.query(sql`select pg_sleep(${(i % 5) * 0.02})`);
	await Promise.all(
		Array.from({ length: 8 }, async (_, writer) => {
			for (let i = 0; i < 15; i++)
				await writeEvents(
					scene.database,
					accounts[(writer + i) % 5] as string,
					1 + (i % 3),
					async (tx) => void (await pause(tx as never, writer + i)),
				);
		}),
	);
	writing = false;
	await Promise.all(rounds);
	await sealer().seal();
	await other.close();
	for (const account of accounts) {
		const { rows } = await scene.superuser.query(
			"select count(*)::int as n from audit_events where account_id = $1",
			[account],
		);
		expect(rows[0].n).toBeGreaterThan(0);
		await expectWhole(account, rows[0].n);
	}
});

test("two sealers at once never seal the same event, and one gives way", async () => {
	const account = await scene.account();
	await writeEvents(scene.database, account, 20);
	const outcomes = await scene.database.transaction([], async (tx) => {
		await tx.query(sql`select pg_advisory_xact_lock(7233085)`);
		return Promise.all([sealer().seal(), sealer().seal()]);
	});
	expect(outcomes).toEqual([
		{ sealed: 0, gaveWay: true },
		{ sealed: 0, gaveWay: true },
	]);
	await Promise.all([sealer().seal(), sealer().seal(), sealer().seal()]);
	await sealer().seal();
	await expectWhole(account, 20);
});

test("a sealer whose connection is killed at any point leaves nothing half done", async () => {
	const account = await scene.account();
	await writeEvents(scene.database, account, 60);
	const killer = new pg.Client(scene.test.superuser);
	await killer.connect();
	let killed = 0;
	for (let round = 0; round < 12; round++) {
		const database = new Database({
			connection: {
				connectionString: scene.test.url,
				application_name: "doomed",
			},
		});
		await database.transaction([], (tx) => tx.query(sql`select 1`));
		const sealing = sealBatch(database, 3).then(
			() => false,
			() => true,
		);
		for (let i = 0; i < round; i++) await killer.query("select 1");
		await killer.query(
			"select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'doomed'",
		);
		if (await sealing) killed++;
		await database.close();
	}
	await killer.end();
	expect(killed).toBeGreaterThan(0);
	await sealer().seal();
	await expectWhole(account, 60);
});

test("a backlog larger than a batch is sealed in batches, and the watermark keeps up", async () => {
	const account = await scene.account();
	for (let i = 0; i < 10; i++) await writeEvents(scene.database, account, 4);
	const first = await sealBatch(scene.database, 6);
	expect(first).toMatchObject({ sealed: 6, more: true });
	const { rows } = await scene.superuser.query(
		"select count(*)::int as n from audit_events e, audit_watermark w where not pg_visible_in_snapshot(e.xid, w.snapshot)",
	);
	expect(rows[0].n).toBeLessThanOrEqual(36);
	expect(await sealer({ batchMax: 6 }).seal()).toEqual({
		sealed: 34,
		gaveWay: false,
	});
	await expectWhole(account, 40);
});

test("rows of an account that was deleted before they were sealed are sealed and signed", async () => {
	const account = await scene.account();
	await writeEvents(scene.database, account, 2);
	await scene.superuser.query("delete from accounts where id = $1", [account]);
	await sealer().seal();
	await sealer().sign();
	await expectWhole(account, 2);
	const chain = await readChain(scene.database, account);
	expect(chain.checkpoints.map((each) => each.sequence)).toEqual([2]);
});

test("a chain is signed when it is long, when asked, and not again without news", async () => {
	const account = await scene.account();
	await sealer().seal();
	await sealer().sign();
	await writeEvents(scene.database, account, 5);
	await sealer({ signEvery: 4 }).seal();
	expect((await readChain(scene.database, account)).checkpoints).toMatchObject([
		{ sequence: 5, key_id: key.public.id },
	]);
	expect(await sealer().sign()).toBe(0);
	await writeEvents(scene.database, account);
	await sealer({ signEvery: 4 }).seal();
	expect(await sealer().sign()).toBe(1);
	const chain = await readChain(scene.database, account);
	const report = verifyChain(chain.events, chain.seals, chain.checkpoints, [
		key.public,
	]);
	expect(report).toMatchObject({ sound: true, last: 6, signedUpTo: 6 });
});

const restores: [string, string][] = [
	[
		"in another cluster, whose transactions are past the watermark,",
		"update audit_watermark set cluster = cluster + 1, snapshot = pg_current_snapshot()",
	],
	[
		"in the same cluster with its transactions gone back",
		"update audit_watermark set snapshot = '900000000:900000000:'",
	],
];

test.each(restores)(
	"a database restored %s is recognized, and nothing is left out or sealed twice",
	async (_, restore) => {
		const account = await scene.account();
		await writeEvents(scene.database, account, 5);
		await sealer().seal();
		// Time goes the other way than transactions do: nothing may be left out by taking the one for the other.
		for (let i = 1; i <= 7; i++) {
			const at = new Date(Date.now() - i * 1000);
			await scene.database.transaction([account], (tx) =>
				tx.query(insertEvent(anEvent(account, { at }))),
			);
		}
		await scene.superuser.query(restore);
		await sealer({ batchMax: 3 }).seal();
		await expectWhole(account, 12);
		const { rows } = await scene.superuser.query(
			"select restored from sealing_state()",
		);
		expect(rows).toEqual([{ restored: false }]);
		await writeEvents(scene.database, account, 1);
		await sealer().seal();
		await expectWhole(account, 13);
	},
);

test("the serving role can neither change nor remove audit rows, nor write into another account's log", async () => {
	const account = await scene.account();
	const other = await scene.account();
	await writeEvents(scene.database, account, 1);
	await sealer().seal();
	await sealer().sign();
	const tables = ["audit_events", "audit_seals", "audit_checkpoints"];
	const attempts = [
		...tables.map((table) => `delete from ${table}`),
		...tables.map((table) => `update ${table} set account_id = account_id`),
		...tables.map((table) => `truncate ${table}`),
		"delete from audit_heads",
		"delete from audit_keys",
		"update audit_keys set public_key = ''",
		"delete from audit_watermark",
	];
	const serving = new pg.Client(scene.test.url);
	await serving.connect();
	for (const attempt of attempts) {
		await serving.query(
			`select set_config('reeve.accounts', '{${account}}', false)`,
		);
		await expect(serving.query(attempt), attempt).rejects.toThrow(
			/permission denied/,
		);
	}
	await expect(
		serving.query(
			`insert into audit_seals (account_id, sequence, event_id, hash) values (${other}, 1, 1, '')`,
		),
	).rejects.toThrow(/row-level security/);
	await serving.end();
	await expectWhole(account, 1);
});
