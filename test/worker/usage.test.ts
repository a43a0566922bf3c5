import { afterAll, beforeAll, expect, test } from "vitest";
import { Database, sql } from "../../src/db/index.ts";
import { systemCaller } from "../../src/kernel/caller.ts";
import type { Use } from "../../src/kernel/gate/gate.ts";
import { UsageCollector } from "../../src/kernel/usage.ts";
import { type AuditScene, openAuditScene } from "../audit/audit-scene.ts";
import { runAsSuperuser } from "../support/database.ts";
import { addCredential } from "./worker-scene.ts";

let scene: AuditScene;
let account: string;
const noon = Date.parse("2026-03-01T12:30:00Z");

beforeAll(async () => {
	scene = await openAuditScene();
	account = await scene.account();
});
afterAll(() => scene.close());

function use(
	credentialId: string,
	fields: Partial<Use> = {},
	accountId = account,
): Use {
	const caller = systemCaller(accountId);
	return {
		caller: {
			...caller,
			credential: { ...caller.credential, id: credentialId, kind: "service" },
		},
		operation: "groups.list",
		address: "192.0.2.1",
		outcome: "admitted",
		atMs: noon,
		...fields,
	};
}

async function figures(credentialId: string) {
	const { rows } = await scene.superuser.query(
		"select operation, hour, calls::int, refusals::int, last_address from credential_usage where credential_id = $1 order by hour, operation",
		[credentialId],
	);
	return rows;
}

async function lastUsed(credentialId: string) {
	const { rows } = await scene.superuser.query(
		"select last_used_at as at, last_used_address as address from credentials where id = $1",
		[credentialId],
	);
	return rows[0];
}

test("uses are added up by operation and hour, and the last one is kept with the credential", async () => {
	const id = await addCredential(scene, account);
	const usage = new UsageCollector(scene.database);
	for (let i = 0; i < 3; i++) usage.note(use(id));
	usage.note(use(id, { outcome: "refused", operation: "groups.create" }));
	await usage.flush();
	usage.note(use(id, { atMs: noon + 3_600_000, address: "192.0.2.2" }));
	usage.note(use(id, { atMs: noon - 60_000, address: "192.0.2.9" }));
	await usage.flush();
	const hour = new Date("2026-03-01T12:00:00Z");
	expect(await figures(id)).toEqual([
		{
			operation: "groups.create",
			hour,
			calls: 0,
			refusals: 1,
			last_address: "192.0.2.1",
		},
		{
			operation: "groups.list",
			hour,
			calls: 4,
			refusals: 0,
			last_address: "192.0.2.9",
		},
		{
			operation: "groups.list",
			hour: new Date("2026-03-01T13:00:00Z"),
			calls: 1,
			refusals: 0,
			last_address: "192.0.2.2",
		},
	]);
	expect(await lastUsed(id)).toEqual({
		at: new Date(noon + 3_600_000),
		address: "192.0.2.2",
	});
});

test("calls that a limit turned away are counted apart", async () => {
	const id = await addCredential(scene, account);
	const usage = new UsageCollector(scene.database);
	usage.note(use(id));
	for (let i = 0; i < 3; i++) usage.note(use(id, { outcome: "limited" }));
	await usage.flush();
	const { rows } = await scene.superuser.query(
		"select calls::int, refusals::int, limited::int from credential_usage where credential_id = $1",
		[id],
	);
	expect(rows).toEqual([{ calls: 1, refusals: 0, limited: 3 }]);
});

async function addresses(credentialId: string) {
	const { rows } = await scene.superuser.query(
		"select day::text, address, calls::int, refusals::int, limited::int, last_at from credential_addresses where credential_id = $1 order by day, address",
		[credentialId],
	);
	return rows;
}

test("uses are added up by address and day", async () => {
	const id = await addCredential(scene, account);
	const usage = new UsageCollector(scene.database);
	usage.note(use(id));
	usage.note(use(id, { outcome: "refused", atMs: noon + 5000 }));
	usage.note(use(id, { address: "192.0.2.2", outcome: "limited" }));
	await usage.flush();
	usage.note(use(id, { atMs: noon + 1000 }));
	usage.note(use(id, { atMs: noon + 86_400_000 }));
	await usage.flush();
	const day = "2026-03-01";
	expect(await addresses(id)).toEqual([
		{
			day,
			address: "192.0.2.1",
			calls: 2,
			refusals: 1,
			limited: 0,
			last_at: new Date(noon + 5000),
		},
		{
			day,
			address: "192.0.2.2",
			calls: 0,
			refusals: 0,
			limited: 1,
			last_at: new Date(noon),
		},
		{
			day: "2026-03-02",
			address: "192.0.2.1",
			calls: 1,
			refusals: 0,
			limited: 0,
			last_at: new Date(noon + 86_400_000),
		},
	]);
});

test("a credential that is used from everywhere fills a day with so many addresses and no more", async () => {
	const id = await addCredential(scene, account);
	const usage = new UsageCollector(scene.database);
	for (let round = 0; round < 10; round++) {
		for (let n = 0; n < 60; n++)
			usage.note(use(id, { address: `2001:db8:${round}::${n}` }));
		await usage.flush();
	}
	const rows = await addresses(id);
	expect(rows.length).toBeGreaterThan(150);
	expect(rows.length).toBeLessThanOrEqual(260);
	const calls = rows.reduce((sum, row) => sum + row.calls, 0);
	expect(calls).toBe(600);
	expect(rows[0]).toMatchObject({ address: "" });
});

test("an older use never sets the last use back", async () => {
	const id = await addCredential(scene, account);
	const [here, elsewhere] = [
		new UsageCollector(scene.database),
		new UsageCollector(scene.database),
	];
	here.note(use(id));
	await here.flush();
	elsewhere.note(use(id, { atMs: noon - 1000, address: "192.0.2.9" }));
	await elsewhere.flush();
	expect(await lastUsed(id)).toEqual({
		at: new Date(noon),
		address: "192.0.2.1",
	});
});

test("a flush waits for no lock: a credential that a request is changing is written the next time", async () => {
	const locked = await addCredential(scene, account);
	const free = await addCredential(scene, account);
	const usage = new UsageCollector(scene.database);
	await scene.database.transaction([account], async (tx) => {
		await tx.query(
			sql`update credentials set name = 'Changed' where id = ${locked}`,
		);
		usage.note(use(locked));
		usage.note(use(free));
		await usage.flush();
		expect(await figures(free)).toHaveLength(1);
		usage.note(use(locked));
	});
	expect(await figures(locked)).toEqual([]);
	await usage.flush();
	expect(await figures(locked)).toMatchObject([{ calls: 2 }]);
});

test("uses of a credential that was deleted meanwhile are let go, and do not keep those of others", async () => {
	const [gone, kept] = [
		await addCredential(scene, account),
		await addCredential(scene, account),
	];
	const usage = new UsageCollector(scene.database);
	usage.note(use(gone));
	usage.note(use(kept));
	await scene.superuser.query("delete from credentials where id = $1", [gone]);
	for (let i = 0; i < 12; i++) await usage.flush();
	expect(await figures(kept)).toMatchObject([{ calls: 1 }]);
	expect(usage.waitingCount).toBe(0);
});

test("uses of many credentials of several accounts are stored under their own walls", async () => {
	const other = await scene.account();
	const ids = await Promise.all(
		Array.from({ length: 250 }, async (_, i) => {
			const accountId = i % 2 ? account : other;
			return { id: await addCredential(scene, accountId), accountId };
		}),
	);
	const usage = new UsageCollector(scene.database);
	for (const { id, accountId } of ids) usage.note(use(id, {}, accountId));
	await usage.flush();
	const { rows } = await scene.superuser.query(
		"select count(*)::int as n from credential_usage where (account_id, credential_id) in (select * from unnest($1::bigint[], $2::bigint[]))",
		[ids.map((each) => each.accountId), ids.map((each) => each.id)],
	);
	expect(rows[0].n).toBe(250);
});

test("uses noted while the database is away are stored once it is back", async () => {
	const id = await addCredential(scene, account);
	const lost = new Database({
		connection: { connectionString: scene.test.url, application_name: "away" },
	});
	const usage = new UsageCollector(lost);
	usage.note(use(id));
	await lost.transaction([], (tx) => tx.query(sql`select 1`));
	await runAsSuperuser(
		`alter database ${scene.test.superuser.database} allow_connections false`,
	);
	await runAsSuperuser(
		"select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'away'",
	);
	await expect(usage.flush()).rejects.toThrow();
	usage.note(use(id));
	await runAsSuperuser(
		`alter database ${scene.test.superuser.database} allow_connections true`,
	);
	await usage.flush();
	expect(await figures(id)).toMatchObject([{ calls: 2 }]);
	await lost.close();
});

test("a setup key and the server itself leave no usage", async () => {
	const usage = new UsageCollector(scene.database);
	usage.note({ ...use("1"), caller: systemCaller(account) });
	expect(usage.waitingCount).toBe(0);
});
