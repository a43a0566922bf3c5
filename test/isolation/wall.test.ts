import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Database, sql } from "../../src/db/index.ts";
import { assertServingRole } from "../../src/db/serving-role.ts";
import {
	createTestDatabase,
	type TestDatabase,
} from "../support/test-database.ts";

/** The second wall with the first one taken away: no statement here has a `where` on the account. */

let place: TestDatabase;
let database: Database;
let admin: pg.Client;
const accounts: string[] = [];

beforeAll(async () => {
	place = await createTestDatabase();
	admin = new pg.Client(place.superuser);
	await admin.connect();
	for (let n = 0; n < 4; n++) {
		const { rows } = await admin.query(
			"insert into accounts (kind, name) values ('standalone', $1) returning id",
			[`Account ${n}`],
		);
		accounts.push(rows[0].id);
		await admin.query(
			"insert into groups (account_id, name) select $1, 'group ' || g from generate_series(1, 50) g",
			[rows[0].id],
		);
	}
	// One connection for all reads and one for all writes: whatever could mix would mix here.
	database = new Database({
		connection: { connectionString: place.url },
		readLanesMax: 1,
		writersMax: 1,
	});
});

afterAll(async () => {
	await database?.close();
	await admin?.end();
	await place?.drop();
});

const ownersSeen = (rows: { account_id: string }[]) =>
	[...new Set(rows.map((row) => row.account_id))].sort();

describe("row-level security alone", () => {
	test("a query without a where sees its own account and no other", async () => {
		const rows = await database
			.reader([accounts[0] as string])
			.query<{ account_id: string }>(sql`select account_id from groups`);
		expect(rows).toHaveLength(50);
		expect(ownersSeen(rows)).toEqual([accounts[0]]);
	});

	test("without an account there are no rows, and never all of them", async () => {
		expect(await database.reader([]).query(sql`select * from groups`)).toEqual(
			[],
		);
		const client = new pg.Client({ connectionString: place.url });
		await client.connect();
		expect((await client.query("select * from groups")).rows).toEqual([]);
		expect((await client.query("select * from accounts")).rows).toEqual([]);
		await client.end();
	});

	test("a write cannot reach, take over, give away or make a row of another account", async () => {
		const [mine, other] = accounts as [string, string];
		await database.transaction([mine], async (tx) => {
			expect(
				await tx.query(
					sql`update groups set name = 'taken' where account_id = ${other} returning 1 as one`,
				),
			).toEqual([]);
			expect(
				await tx.query(
					sql`delete from groups where account_id = ${other} returning 1 as one`,
				),
			).toEqual([]);
		});
		await expect(
			database.transaction([mine], (tx) =>
				tx.query(
					sql`insert into groups (account_id, name) values (${other}, 'smuggled')`,
				),
			),
		).rejects.toThrow(/row-level security/);
		await expect(
			database.transaction([mine], (tx) =>
				tx.query(sql`update groups set account_id = ${other}`),
			),
		).rejects.toThrow(/row-level security/);
	});

	test("a reference into another account cannot be written", async () => {
		const [mine, other] = accounts as [string, string];
		const foreign = (
			await admin.query("select id from groups where account_id = $1 limit 1", [
				other,
			])
		).rows[0].id;
		const { rows } = await admin.query(
			"insert into users (account_id, name, role) values ($1, 'u', 'user') returning id",
			[mine],
		);
		await expect(
			database.transaction([mine], (tx) =>
				tx.query(
					sql`insert into group_users (account_id, group_id, user_id) values (${mine}, ${foreign}, ${rows[0].id})`,
				),
			),
		).rejects.toThrow(/foreign key/);
	});

	test("every tenant table has the wall, forced and restrictive, and no other role may pass it", async () => {
		const { rows } = await admin.query(`
			select c.relname, c.relrowsecurity, c.relforcerowsecurity,
				exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'account_wall' and not p.polpermissive) as walled
			from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'account_id' and not a.attisdropped
			where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition`);
		expect(rows.length).toBeGreaterThan(20);
		for (const row of rows)
			expect(row).toEqual({
				...row,
				relrowsecurity: true,
				relforcerowsecurity: true,
				walled: true,
			});
	});

	test("the account comes first in every primary key and in every reference between tenant tables", async () => {
		const { rows } = await admin.query(`
			select c.conrelid::regclass::text as relation, c.contype, (select attname from pg_attribute where attrelid = c.conrelid and attnum = c.conkey[1]) as first
			from pg_constraint c join pg_class t on t.oid = c.conrelid
			where t.relnamespace = 'public'::regnamespace and not t.relispartition and c.contype in ('p', 'f')
				and exists (select 1 from pg_attribute a where a.attrelid = t.oid and a.attname = 'account_id')
				and not (c.contype = 'f' and c.confrelid = 'accounts'::regclass)`);
		expect(rows.length).toBeGreaterThan(30);
		expect(rows.filter((row) => row.first !== "account_id")).toEqual([]);
	});
});

describe("one connection, many accounts", () => {
	test("reads of several accounts hammered over one connection never mix, whatever fails between them", async () => {
		const work = Array.from({ length: 3000 }, async (_, n) => {
			const account = accounts[n % accounts.length] as string;
			if (n % 7 === 0)
				return expect(
					database
						.reader([account])
						.query(sql`select 1 / ${0}::int as broken from groups`),
				).rejects.toThrow(/division/);
			const rows = await database
				.reader([account])
				.query<{ account_id: string }>(sql`select account_id from groups`);
			return expect(ownersSeen(rows)).toEqual([account]);
		});
		await Promise.all(work);
	});

	test("the scope of a read does not outlive it", async () => {
		await database
			.reader([accounts[1] as string])
			.query(sql`select 1 as one from groups`);
		const [row] = await database
			.reader([])
			.query<{ left: string | null }>(
				sql`select nullif(current_setting('reeve.accounts', true), '{}') as left`,
			);
		expect(row?.left).toBeNull();
	});

	test("random histories of reads, writes and failures see exactly what a model of the accounts holds", async () => {
		const step = fc.record({
			account: fc.nat(accounts.length - 1),
			kind: fc.constantFrom("add", "drop", "read", "fail", "within"),
			n: fc.nat(9),
		});
		await fc.assert(
			fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
				await admin.query("truncate regions cascade");
				const model = new Map(accounts.map((id) => [id, new Set<string>()]));
				for (const { account, kind, n } of steps)
					await apply(model, accounts[account] as string, kind, `r${n}`);
				for (const id of accounts) {
					const rows = await database
						.reader([id])
						.query<{ name: string }>(
							sql`select name from regions order by name`,
						);
					expect(rows.map((row) => row.name)).toEqual(
						[...(model.get(id) ?? [])].sort(),
					);
				}
			}),
			{ numRuns: 40 },
		);
	});
});

async function apply(
	model: Map<string, Set<string>>,
	id: string,
	kind: string,
	name: string,
): Promise<void> {
	const names = model.get(id) as Set<string>;
	const other = accounts[
		(accounts.indexOf(id) + 1) % accounts.length
	] as string;
	const add = (account: string) =>
		sql`insert into regions (account_id, name) values (${account}, ${name}) on conflict do nothing`;
	if (kind === "add") {
		await database.transaction([id], (tx) => tx.query(add(id)));
		names.add(name);
	} else if (kind === "drop") {
		await database.transaction([id], (tx) =>
			tx.query(sql`delete from regions where name = ${name}`),
		);
		names.delete(name);
	} else if (kind === "within") {
		await database.transaction([id], (tx) =>
			tx.within([other], () => tx.query(add(other))),
		);
		model.get(other)?.add(name);
	} else if (kind === "fail") {
		await expect(
			database.transaction([id], async (tx) => {
				await tx.query(add(id));
				throw new Error("changed its mind");
			}),
		).rejects.toThrow("changed its mind");
	} else {
		const rows = await database
			.reader([id])
			.query(sql`select name from regions`);
		expect(rows).toHaveLength(names.size);
	}
}

describe("the serving role", () => {
	test("is accepted as it is set up", async () => {
		await expect(
			assertServingRole({ connectionString: place.url }),
		).resolves.toBeUndefined();
	});

	test("is refused when it owns the tables, is a superuser or may bypass the wall", async () => {
		await expect(
			assertServingRole({ connectionString: place.ownerUrl }),
		).rejects.toThrow(/owns/);
		await expect(assertServingRole(place.superuser)).rejects.toThrow(
			/superuser/,
		);
		const role = `bypass_${accounts[0]}`;
		await admin.query(`create role ${role} login bypassrls`);
		try {
			await expect(
				assertServingRole({ ...place.superuser, user: role }),
			).rejects.toThrow(/bypass/);
		} finally {
			await admin.query(`drop role ${role}`);
		}
	});

	test("is refused where the wall is down on a table", async () => {
		await admin.query("alter table regions no force row level security");
		try {
			await expect(
				assertServingRole({ connectionString: place.url }),
			).rejects.toThrow(/regions/);
		} finally {
			await admin.query("alter table regions force row level security");
		}
	});

	test("can neither lower the wall nor change or forget what was audited", async () => {
		const client = new pg.Client({ connectionString: place.url });
		await client.connect();
		const hostile = [
			"alter table groups disable row level security",
			"drop policy account_wall on groups",
			"update audit_events set operation = 'x'",
			"delete from audit_events",
			"truncate groups",
			"set role reeve_owner",
			"call raise_walls('reeve_app', 'reeve_app')",
			"create table public.t (n int)",
		];
		for (const statement of hostile)
			await expect(client.query(statement), statement).rejects.toThrow(
				/denied|must be owner/,
			);
		await client.end();
	});
});

test("a handle for reads cannot write", async () => {
	const [mine] = accounts as [string];
	await expect(
		database.reader([mine]).query(sql`update groups set name = 'x'`),
	).rejects.toThrow(/read-only/);
});
