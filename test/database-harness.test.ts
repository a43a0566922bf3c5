import pg from "pg";
import { expect, test } from "vitest";
import { createDatabase, runAsSuperuser } from "./support/database.ts";

async function rowsOf(
	config: string | pg.ClientConfig,
	sql: string,
): Promise<unknown[]> {
	const client = new pg.Client(config);
	await client.connect();
	try {
		return (await client.query(sql)).rows;
	} finally {
		await client.end();
	}
}

test("a test database is empty and apart from every other one", async () => {
	const [one, two] = await Promise.all([createDatabase(), createDatabase()]);
	await rowsOf(one.connection(), "CREATE TABLE mark (id int)");
	const count =
		"SELECT count(*)::int AS n FROM pg_tables WHERE tablename = 'mark'";
	expect(await rowsOf(one.url(), count)).toEqual([{ n: 1 }]);
	expect(await rowsOf(two.url(), count)).toEqual([{ n: 0 }]);
	await Promise.all([one.drop(), two.drop()]);
});

test("a test database made from a template holds a copy of it", async () => {
	const template = await createDatabase();
	await rowsOf(template.connection(), "CREATE TABLE mark AS SELECT 7 AS id");
	const copy = await createDatabase(template.name);
	expect(await rowsOf(copy.connection(), "TABLE mark")).toEqual([{ id: 7 }]);
	await Promise.all([template.drop(), copy.drop()]);
});

test("dropping a test database ends its open connections and removes it", async () => {
	const database = await createDatabase();
	const client = new pg.Client(database.connection());
	await client.connect();
	const ended = new Promise((resolve) => client.on("error", resolve));
	await database.drop();
	await ended;
	await expect(rowsOf(database.url(), "SELECT 1")).rejects.toThrow(
		/does not exist/,
	);
	await runAsSuperuser("SELECT 1");
});
