import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import type { ConnectionSettings } from "../../src/db/engine/index.ts";

/** A database that belongs to one test file. */
export interface TestDatabase {
	name: string;
	/** Settings for `pg`, as the superuser unless another role is named. */
	connection(user?: string): ConnectionSettings;
	/** The same as a connection string. */
	url(user?: string): string;
	/** Removes the database, ending connections that are still open. */
	drop(): Promise<void>;
}

/**
 * Makes a fresh database in the run's Postgres: empty, or a copy of `template`, to which nobody may be connected
 * meanwhile. Roles are shared by all databases of the run, so tests that make roles name them uniquely.
 */
export async function createDatabase(template?: string): Promise<TestDatabase> {
	const server = inject("postgres");
	const name = `test_${randomBytes(6).toString("hex")}`;
	await runAsSuperuser(
		`CREATE DATABASE ${name} TEMPLATE ${pg.escapeIdentifier(template ?? "template0")}`,
	);
	const connection = (user = server.user) => ({
		...server,
		user,
		database: name,
	});
	return {
		name,
		connection,
		url: (user) => connectionUrl(connection(user)),
		drop: () => runAsSuperuser(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
	};
}

/** Runs one statement on the run's Postgres outside any test database. */
export async function runAsSuperuser(sql: string): Promise<void> {
	const client = new pg.Client(inject("postgres"));
	await client.connect();
	try {
		await client.query(sql);
	} finally {
		await client.end();
	}
}

function connectionUrl({
	host,
	port,
	user,
	database,
}: ConnectionSettings): string {
	const query = new URLSearchParams({ host, port: String(port) });
	return `postgres://${encodeURIComponent(user)}@/${database}?${query}`;
}
