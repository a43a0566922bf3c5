import pg from "pg";
import { migrate, readMigrations } from "./migrate.ts";

/**
 * A Postgres of one's own, ready for the serving role. It is migrated only when its owner's URL is given.
 * @throws Error with a sentence for the person at the terminal
 */
export async function prepareOwn(
	servingUrl: string,
	ownerUrl: string | undefined,
): Promise<{ connection: pg.ClientConfig; migrated: string[] }> {
	const connection = { connectionString: servingUrl };
	const migrated = ownerUrl ? await migrateOwn(servingUrl, ownerUrl) : [];
	await assertReachable("DATABASE_URL", connection);
	if (!ownerUrl) await assertMigrated(connection);
	return { connection, migrated };
}

/** Brings a database of one's own to this version. The serving role is the user of the serving URL. */
export async function migrateOwn(
	servingUrl: string,
	ownerUrl: string,
): Promise<string[]> {
	const servingRole = decodeURIComponent(new URL(servingUrl).username);
	if (servingRole === "")
		throw new Error(
			"DATABASE_URL must name the serving role: postgres://role@host/database",
		);
	if (servingRole === decodeURIComponent(new URL(ownerUrl).username))
		throw new Error(
			`DATABASE_URL must name another role than DATABASE_OWNER_URL, not ${servingRole} too: the owner can lower the walls`,
		);
	const owner = { connectionString: ownerUrl };
	await assertReachable("DATABASE_OWNER_URL", owner);
	return migrate(owner, servingRole);
}

/** Postgres's own words ("password authentication failed") do not say by which of the two URLs it was asked. */
async function assertReachable(
	variable: string,
	connection: pg.ClientConfig,
): Promise<void> {
	const client = new pg.Client(connection);
	try {
		await client.connect();
	} catch (error) {
		throw new Error(`${variable}: ${(error as Error).message}`, {
			cause: error,
		});
	} finally {
		await client.end();
	}
}

/** @throws Error when a migration of this version is missing, or this role may not ask */
export async function assertMigrated(
	connection: pg.ClientConfig,
): Promise<void> {
	const client = new pg.Client(connection);
	await client.connect();
	try {
		const { rows } = await client.query<{ name: string }>(
			"select name from schema_migrations",
		);
		const done = new Set(rows.map((row) => row.name));
		const missing = (await readMigrations()).filter(
			(migration) => !done.has(migration.name),
		);
		if (missing.length > 0)
			throw new Error(
				`the database lacks ${missing.length} migrations of this version: run "reeve migrate"`,
			);
	} catch (error) {
		const { code } = error as { code?: string };
		if (code === "42P01" || code === "42501")
			throw new Error(
				'the database is not prepared for this role: run "reeve migrate"',
				{ cause: error },
			);
		throw error;
	} finally {
		await client.end();
	}
}
