import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
	createTestDatabase,
	type TestDatabase,
} from "../support/test-database.ts";

let database: TestDatabase;
let serving: pg.Client;
let large: string;

beforeAll(async () => {
	database = await createTestDatabase();
	const superuser = new pg.Client(database.superuser);
	await superuser.connect();
	await superuser.query(
		"insert into accounts (kind, name) select 'standalone', 'A' || i from generate_series(1, 1000) i",
	);
	const { rows } = await superuser.query("select min(id) as id from accounts");
	large = rows[0].id;
	// One account in a thousand holds half of everything, as in life; statistics know of averages only.
	await superuser.query(
		"insert into devices (account_id, name, mac_address) select $1::bigint + case when i % 2 = 0 then 0 else i % 1000 end, 'd' || i, 'm' || i from generate_series(1, 20000) i",
		[large],
	);
	await superuser.query("vacuum analyze devices");
	await superuser.end();
	serving = new pg.Client(database.url);
	await serving.connect();
	await serving.query("set plan_cache_mode = force_generic_plan");
	await serving.query(
		`select set_config('reeve.accounts', '{${large}}', false)`,
	);
});
afterAll(async () => {
	await serving.end();
	await database.drop();
});

const reads: [string, string][] = [
	[
		"one row by its id",
		"select name from devices where account_id = $1 and id = 1000007",
	],
	[
		"a page by id",
		"select name from devices where account_id = $1 and id > 0 order by id limit 20",
	],
	[
		"a page over accounts",
		"select name from devices where account_id = any(array[$1::bigint]) order by account_id, id limit 20",
	],
	[
		"rows joined by id",
		"select d.name from unnest('{1000007,1000008}'::bigint[]) as wanted (id) join devices d on d.account_id = $1 and d.id = wanted.id",
	],
];

test.each(reads)(
	"the wall does not keep a large account's own index from serving %s",
	async (_, text) => {
		const { rows } = await serving.query(
			`explain (analyze, buffers, format json) ${text.replace("$1", `(select ${large}::bigint)`)}`,
		);
		const plan = rows[0]["QUERY PLAN"][0].Plan;
		expect(plan["Shared Hit Blocks"] + plan["Shared Read Blocks"]).toBeLessThan(
			60,
		);
	},
);
