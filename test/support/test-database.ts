import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { migrate } from "../../src/db/index.ts";

const TEMPLATE = "reeve_template";
const LOCK = 1_846_201;

export interface TestDatabase {
	/** As the serving role. */
	url: string;
	/** As the owner of the tables. */
	ownerUrl: string;
	/** As the superuser, for looking past every wall. */
	superuser: pg.ClientConfig;
	drop(): Promise<void>;
}

/** A migrated database of this file's own, copied from a template that the first file of the run prepares. */
export async function createTestDatabase(): Promise<TestDatabase> {
	const cluster = inject("postgres");
	const name = `t_${randomBytes(6).toString("hex")}`;
	await withSuperuser(cluster, async (client) => {
		await client.query("select pg_advisory_lock($1)", [LOCK]);
		const { rows } = await client.query(
			"select 1 from pg_database where datname = $1",
			[TEMPLATE],
		);
		if (rows.length === 0) await prepareTemplate(client, cluster);
		await client.query(
			`create database ${name} template ${TEMPLATE} owner reeve_owner`,
		);
	});
	const at = (role: string) =>
		`postgres://${role}@${encodeURIComponent(cluster.host)}:${cluster.port}/${name}`;
	return {
		url: at("reeve_app"),
		ownerUrl: at("reeve_owner"),
		superuser: { ...cluster, database: name },
		drop: () =>
			withSuperuser(
				cluster,
				async (client) =>
					void (await client.query(`drop database ${name} with (force)`)),
			),
	};
}

interface Cluster {
	host: string;
	port: number;
	user: string;
	database: string;
}

async function prepareTemplate(
	client: pg.Client,
	cluster: Cluster,
): Promise<void> {
	const building = `${TEMPLATE}_building`;
	for (const role of ["reeve_owner", "reeve_app"])
		await client.query(`create role ${role} login`);
	await client.query(`create database ${building} owner reeve_owner`);
	await migrate(
		{
			host: cluster.host,
			port: cluster.port,
			user: "reeve_owner",
			database: building,
		},
		"reeve_app",
	);
	await client.query(`alter database ${building} rename to ${TEMPLATE}`);
}

async function withSuperuser(
	cluster: Cluster,
	work: (client: pg.Client) => Promise<void>,
): Promise<void> {
	const client = new pg.Client(cluster);
	await client.connect();
	try {
		await work(client);
	} finally {
		await client.end();
	}
}
