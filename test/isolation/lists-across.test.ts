import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Database, migrate, sql } from "../../src/db/index.ts";
import { listPage } from "../../src/kernel/list.ts";
import { devices } from "../../src/modules/devices/device-store.ts";
import {
	createTestDatabase,
	type TestDatabase,
} from "../support/test-database.ts";

/** Lists over so many accounts that they are read across them, with as many accounts between them out of view. */

interface Row {
	account_id: string;
	name: string;
	vendor: string;
}

let place: TestDatabase;
let database: Database;
let admin: pg.Client;
let view: string[];
let hidden: string[];

beforeAll(async () => {
	place = await createTestDatabase();
	admin = new pg.Client(place.superuser);
	await admin.connect();
	const { rows } = await admin.query<{ id: string }>(
		"insert into accounts (kind, name) select 'standalone', 'A' || n from generate_series(1, 1200) n returning id",
	);
	view = rows.filter((_, n) => n % 2 === 0).map(({ id }) => id);
	hidden = rows.filter((_, n) => n % 2 === 1).map(({ id }) => id);
	await admin.query(
		`insert into devices (account_id, name, vendor, ip_address, mac_address)
		select id, 'd-' || substr(md5(id || '-' || n), 1, 6), 'V' || n, '10.0.0.0'::inet + n::int, substr(md5(id || 'm' || n), 1, 12)
		from accounts, generate_series(1, 12) n`,
	);
	await admin.query("analyze devices");
	database = new Database({ connection: { connectionString: place.url } });
});

afterAll(async () => {
	await database?.close();
	await admin?.end();
	await place?.drop();
});

const page = (input: object, accountIds = view) =>
	listPage<Row>(
		database.reader(accountIds),
		accountIds,
		devices.plan,
		input as Parameters<typeof listPage>[3],
	);

/** What a list should hold, told by the database's superuser. */
async function inView(condition: string): Promise<string[]> {
	const { rows } = await admin.query<{ name: string }>(
		`select name from devices where account_id = any($1::bigint[]) and (${condition}) order by name, account_id, id`,
		[view],
	);
	return rows.map(({ name }) => name);
}

const namesOf = (rows: { name: string }[]) => rows.map(({ name }) => name);

test.each(["name", "-name"])(
	"sorted by %s over many accounts, pages hold each device in view once and in order",
	async (sort) => {
		const names: string[] = [];
		let cursor: string | undefined;
		do {
			const { data, next } = await page({ sort, limit: 1000, cursor });
			names.push(...namesOf(data));
			expect(data.every((row) => view.includes(row.account_id))).toBe(true);
			cursor = next ?? undefined;
		} while (cursor);
		const all = await inView("true");
		expect(names).toEqual(sort === "name" ? all : all.reverse());
	},
);

test("a page in the order of names is read without going through all devices", async () => {
	const texts: string[] = [];
	const reader = database.reader(view);
	const noting = {
		query: <T>(statement: ReturnType<typeof sql>) => {
			texts.push(statement.text);
			return reader.query<T>(statement);
		},
	};
	await listPage(noting, view, devices.plan, { sort: "name", limit: 20 });
	expect(texts).toHaveLength(1);
	const serving = new pg.Client(place.url);
	await serving.connect();
	try {
		const list = `{${view.join(",")}}`;
		await serving.query("set plan_cache_mode = force_generic_plan");
		await serving.query("select set_config('reeve.accounts', $1, false)", [
			list,
		]);
		await serving.query(`prepare page as ${texts[0]}`);
		const { rows } = await serving.query(
			`explain (analyze, buffers, format json) execute page('${list}', 21)`,
		);
		const { Plan } = rows[0]["QUERY PLAN"][0];
		expect(JSON.stringify(Plan)).toContain("devices_across_by_name");
		expect(Plan["Shared Hit Blocks"] + Plan["Shared Read Blocks"]).toBeLessThan(
			200,
		);
	} finally {
		await serving.end();
	}
});

test.each([
	["a part of the name", "abc", "name like '%abc%'"],
	["whatever its case", "ABC", "name like '%abc%'"],
	[
		"less than three letters",
		"fe",
		"name like '%fe%' or mac_address like '%fe%'",
	],
	["what stands elsewhere", "10.0.0.11", "ip_address = '10.0.0.11'"],
	["what a pattern would mean", "%%%", "false"],
	["what nothing contains", "nowhere", "false"],
	["what stands across two columns", "d-\n", "false"],
])("a search over many accounts finds %s", async (_, search, condition) => {
	const also =
		search.toLowerCase() === "abc" ? " or mac_address like '%abc%'" : "";
	const wanted = await inView(condition + also);
	const { data, total } = await page({
		search,
		sort: "name",
		limit: 1000,
		count: true,
	});
	expect(namesOf(data)).toEqual(wanted.slice(0, 1000));
	expect(total).toBe(wanted.length);
});

test("a search finds what most devices contain, page by page as ever", async () => {
	const { data, total } = await page({ search: "d-", limit: 5, count: true });
	expect(data).toHaveLength(5);
	expect(total).toBe(view.length * 12);
});

test("the index over texts tells of no device that is out of view", async () => {
	const { rows } = await admin.query(
		"select name from devices where account_id = $1 order by id limit 1",
		[hidden[0]],
	);
	const found = async (accountIds: readonly string[]) => {
		const [row] = await database
			.reader(accountIds)
			.query<{ accounts: string[] | null }>(
				sql`select * from devices_with_text(${`%${rows[0].name}%`}, 10)`,
			);
		return row?.accounts ?? [];
	};
	expect(await found([])).toEqual([]);
	expect(await found(view)).not.toContain(hidden[0]);
	expect(await found([hidden[0] as string])).toEqual([hidden[0]]);
});

test("where the owner may not have the extension, the database is migrated all the same, without the index over texts", async () => {
	const { rows } = await admin.query("select current_database() as name");
	const name = `${rows[0].name}_plain`;
	await admin.query(`create database ${name}`);
	const at = { ...place.superuser, database: name };
	const former = new pg.Client(at);
	await former.connect();
	try {
		await former.query("grant all on schema public to reeve_owner");
		await migrate({ ...at, user: "reeve_owner" }, "reeve_app");
		const { rows: extensions } = await former.query(
			"select from pg_extension where extname = 'pg_trgm'",
		);
		expect(extensions).toHaveLength(0);
		const answer = await former.query(
			"select * from devices_with_text('%switch%', 10)",
		);
		expect(answer.rows).toEqual([]);
	} finally {
		await former.end();
		await admin.query(`drop database ${name} with (force)`);
	}
});
