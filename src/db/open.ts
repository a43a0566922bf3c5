import pg from "pg";
import { Database } from "./database.ts";
import {
	DataDirInUse,
	type Engine,
	runningConnection,
	startEngine,
} from "./engine/index.ts";
import { migrate } from "./migrate.ts";
import { assertMigrated, prepareOwn } from "./own-postgres.ts";
import { assertServingRole } from "./serving-role.ts";

export interface OpenOptions {
	/** Where the embedded Postgres keeps its data; not needed with `databaseUrl`. */
	dataDir: string;
	databaseUrl?: string | undefined;
	databaseOwnerUrl?: string | undefined;
	log: (event: { level: "info" | "warn" | "error"; msg: string }) => void;
	/** Tests may trade safety for speed. */
	durable?: boolean;
}

/** A database that is ready to serve: prepared, checked, and its wall standing. */
export interface OpenDatabase {
	/** How the serving role connects. */
	connection: pg.ClientConfig;
	database: Database;
	engine: Engine | undefined;
	/** Names of the migrations that were applied now. */
	migrated: string[];
	close(): Promise<void>;
}

const OWNER = "reeve_owner";
const SERVING = "reeve_app";
const DATABASE = "reeve";

/** Generic plans suit our short lists (measured); the time-outs keep one bad statement from holding locks for ever. */
const SESSION =
	"-c plan_cache_mode=force_generic_plan -c statement_timeout=30000 -c idle_in_transaction_session_timeout=30000 -c jit=off";

export async function openDatabase(
	options: OpenOptions,
): Promise<OpenDatabase> {
	const prepared = options.databaseUrl
		? {
				...(await prepareOwn(options.databaseUrl, options.databaseOwnerUrl)),
				engine: undefined,
			}
		: await prepareEmbedded(options);
	const { engine } = prepared;
	try {
		const connection = { ...prepared.connection, options: SESSION };
		await assertServingRole(connection);
		const database = new Database({ connection });
		return {
			...prepared,
			connection,
			database,
			async close() {
				await database.close();
				await engine?.stop();
			},
		};
	} catch (error) {
		await engine?.stop();
		throw error;
	}
}

/**
 * The same for a command that only reads: where a server has the data directory open, through the Postgres it runs,
 * and of one's own without migrating it.
 */
export async function openDatabaseBeside(
	options: OpenOptions,
): Promise<Pick<OpenDatabase, "database" | "close">> {
	try {
		return await openDatabase({ ...options, databaseOwnerUrl: undefined });
	} catch (error) {
		if (!(error instanceof DataDirInUse)) throw error;
		const running = runningConnection(options.dataDir, SERVING, DATABASE);
		if (!running) throw error;
		await assertMigrated(running);
		const database = new Database({
			connection: { ...running, options: SESSION },
		});
		return { database, close: () => database.close() };
	}
}

interface Prepared {
	connection: pg.ClientConfig;
	engine: Engine | undefined;
	migrated: string[];
}

async function prepareEmbedded(options: OpenOptions): Promise<Prepared> {
	const engine = await startEngine({
		dataDir: options.dataDir,
		log: options.log,
		...(options.durable === undefined ? {} : { durable: options.durable }),
	});
	try {
		await createRolesAndDatabase(engine);
		const migrated = await migrate(engine.connection(OWNER, DATABASE), SERVING);
		return {
			connection: engine.connection(SERVING, DATABASE),
			engine,
			migrated,
		};
	} catch (error) {
		await engine.stop();
		throw error;
	}
}

/** Two roles apart: one owns and migrates, the other serves and can do neither. */
async function createRolesAndDatabase(engine: Engine): Promise<void> {
	const client = new pg.Client(engine.superuser);
	await client.connect();
	try {
		const { rows } = await client.query(
			"select 1 from pg_database where datname = $1",
			[DATABASE],
		);
		if (rows.length > 0) return;
		for (const role of [OWNER, SERVING]) {
			const known = await client.query(
				"select 1 from pg_roles where rolname = $1",
				[role],
			);
			if (known.rows.length === 0)
				await client.query(
					`create role ${role} login nosuperuser nocreatedb nocreaterole`,
				);
		}
		await client.query(`create database ${DATABASE} owner ${OWNER}`);
	} finally {
		await client.end();
	}
}
