import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { packageRoot } from "../package-root.ts";

/** Held while migrating, so that two servers starting at once apply each file once. The value is arbitrary. */
const LOCK = 7_233_083;

export interface Migration {
	name: string;
	text: string;
	checksum: string;
}

/** The migrations of this version, in order. Files are never edited after release: the checksum would tell. */
export async function readMigrations(
	folder = join(packageRoot, "src/db/migrations"),
): Promise<Migration[]> {
	const names = (await readdir(folder))
		.filter((name) => /^\d{4}-.+\.sql$/.test(name))
		.sort();
	return Promise.all(
		names.map(async (name) => {
			const text = await readFile(join(folder, name), "utf8");
			return {
				name,
				text,
				checksum: createHash("sha256").update(text).digest("hex"),
			};
		}),
	);
}

/**
 * Brings a database to this version, connected as its owner. Each file runs in its own transaction and is recorded
 * with its checksum; afterwards the walls are raised for the serving role. Answers the names it applied.
 * @throws when a file that was applied has changed since, or the database is of a newer version.
 */
export async function migrate(
	owner: pg.ClientConfig,
	servingRole: string,
	migrations?: Migration[],
): Promise<string[]> {
	const client = new pg.Client(owner);
	await client.connect();
	try {
		await client.query("select pg_advisory_lock($1)", [LOCK]);
		const known = migrations ?? (await readMigrations());
		const applied = await applyPending(client, known);
		await settleServingRole(client, servingRole, applied.length > 0);
		await client.query("call ensure_audit_partitions(current_date)");
		return applied;
	} finally {
		await client.end();
	}
}

async function applyPending(
	client: pg.Client,
	migrations: Migration[],
): Promise<string[]> {
	await client.query(
		"create table if not exists schema_migrations (name text primary key, checksum text not null, applied_at timestamptz not null default now())",
	);
	const { rows } = await client.query<{ name: string; checksum: string }>(
		"select name, checksum from schema_migrations",
	);
	const done = new Map(rows.map((row) => [row.name, row.checksum]));
	refuseStrangers(done, migrations);
	const pending = migrations.filter((migration) => !done.has(migration.name));
	for (const migration of pending) await apply(client, migration);
	return pending.map((migration) => migration.name);
}

function refuseStrangers(
	done: Map<string, string>,
	migrations: Migration[],
): void {
	const known = new Map(
		migrations.map((migration) => [migration.name, migration.checksum]),
	);
	for (const [name, checksum] of done) {
		const now = known.get(name);
		if (now === undefined)
			throw new Error(
				`the database holds migration ${name}, which this version does not know: it is of a newer Reeve`,
			);
		if (now !== checksum)
			throw new Error(
				`migration ${name} has changed since it was applied; restore the file of the release`,
			);
	}
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
	await client.query("begin");
	try {
		await client.query(migration.text);
		await client.query(
			"insert into schema_migrations (name, checksum) values ($1, $2)",
			[migration.name, migration.checksum],
		);
		await client.query("commit");
	} catch (error) {
		await client.query("rollback");
		throw new Error(
			`migration ${migration.name} failed: ${(error as Error).message}`,
			{ cause: error },
		);
	}
}

/** Raises the walls when tables may be new, or when this role has not served from this database before. */
async function settleServingRole(
	client: pg.Client,
	servingRole: string,
	tablesMayBeNew: boolean,
): Promise<void> {
	const { rows } = await client.query<{ ready: boolean; owner: string }>(
		"select has_table_privilege($1, 'accounts', 'select') as ready, current_user as owner",
		[servingRole],
	);
	const [state] = rows;
	if (!state || (state.ready && !tablesMayBeNew)) return;
	await client.query("call raise_walls($1, $2)", [servingRole, state.owner]);
}
