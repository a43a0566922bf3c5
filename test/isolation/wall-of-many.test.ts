import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Database, sql } from "../../src/db/index.ts";
import {
	createTestDatabase,
	type TestDatabase,
} from "../support/test-database.ts";

/** A provider's fan-out: many accounts in view at once, and as many that are not. */

const EACH = 5;
let place: TestDatabase;
let database: Database;
let accounts: string[];

beforeAll(async () => {
	place = await createTestDatabase();
	const admin = new pg.Client(place.superuser);
	await admin.connect();
	const { rows } = await admin.query(
		"insert into accounts (kind, name) select 'standalone', 'A' || n from generate_series(1, 2000) n returning id",
	);
	accounts = rows.map(({ id }) => id);
	await admin.query(
		"insert into groups (account_id, name) select a::bigint, 'g' || n from unnest($1::text[]) a, generate_series(1, $2::int) n",
		[accounts, EACH],
	);
	await admin.query("analyze groups");
	await admin.end();
	database = new Database({ connection: { connectionString: place.url } });
});

afterAll(async () => {
	await database?.close();
	await place?.drop();
});

async function seen(view: readonly string[]): Promise<string[]> {
	const rows = await database
		.reader(view)
		.query<{ account_id: string; groups: number }>(
			sql`select account_id, count(*)::int as groups from groups group by account_id order by account_id`,
		);
	expect(rows.every(({ groups }) => groups === EACH)).toBe(true);
	return rows.map(({ account_id }) => account_id);
}

test("many accounts in view are all seen, and those between them are not", async () => {
	const view = accounts.filter((_, n) => n % 2 === 0);
	expect(await seen(view)).toEqual(view);
});

test("the order in which accounts are named hides none of them", async () => {
	const view = accounts.filter((_, n) => n % 3 === 0);
	expect(await seen([...view].reverse())).toEqual(view);
	const [home = "", ...rest] = view;
	expect(await seen([...rest, home])).toEqual(view);
	expect(await seen([home, home])).toEqual([home]);
});

test("the first and the last account and their neighbours are told apart", async () => {
	const [first = "", second = ""] = accounts;
	const last = accounts.at(-1) as string;
	expect(await seen([first])).toEqual([first]);
	expect(await seen([last])).toEqual([last]);
	expect(await seen([first, last])).toEqual([first, last]);
	expect(await seen([second])).toEqual([second]);
	const beyond = String(BigInt(last) + 1n);
	expect(await seen(["1", beyond, "9".repeat(18)])).toEqual([]);
});

test("a write inside many accounts stays inside them", async () => {
	const view = accounts.slice(0, 1000);
	const changed = await database.transaction(view, (tx) =>
		tx.query(sql`update groups set version = version + 1 returning account_id`),
	);
	expect(changed).toHaveLength(view.length * EACH);
	const stranger = accounts.at(-1) as string;
	await expect(
		database.transaction(view, (tx) =>
			tx.query(
				sql`insert into groups (account_id, name) values (${stranger}, 'in')`,
			),
		),
	).rejects.toThrow(/row-level security/);
});

test("a list that is not in order shows too little, never too much", async () => {
	const client = new pg.Client(place.url);
	await client.connect();
	const view = [accounts[9], accounts[3], accounts[6]];
	await client.query("select set_config('reeve.accounts', $1, false)", [
		`{${view.join(",")}}`,
	]);
	const { rows } = await client.query("select distinct account_id from groups");
	await client.end();
	for (const { account_id } of rows) expect(view).toContain(account_id);
});
