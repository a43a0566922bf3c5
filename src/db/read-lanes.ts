import pg from "pg";
import { GatheredWrites, isConnectionLost } from "./connection.ts";
import { SCOPE_NAME, SCOPE_TEXT, ScopedQuery } from "./scoped-query.ts";
import type { Sql } from "./sql.ts";

/** Set once a connection rather than once a read. */
const READ_ONLY = "-c default_transaction_read_only=on";

interface Lane {
	client: pg.Client;
	/** Resolves when it can be asked; reads of one turn of the event loop then leave together. */
	ready: Promise<GatheredWrites>;
	inFlight: number;
}

/**
 * A few connections shared by all reads, on which nothing can be changed. Statements are pipelined, so a read never waits for a connection to be
 * free, only for the server. A lane that breaks is dropped and the next read opens another.
 */
export class ReadLanes {
	private readonly connection: pg.ClientConfig;
	private readonly lanesMax: number;
	private lanes: Lane[] = [];
	private closed = false;

	constructor(connection: pg.ClientConfig, lanesMax: number) {
		this.connection = connection;
		this.lanesMax = lanesMax;
	}

	/** Reading changes nothing, so what was lost with a dead connection is asked once more on another. */
	async query<T>(accounts: string, statement: Sql): Promise<T[]> {
		try {
			return await this.ask<T>(accounts, statement);
		} catch (error) {
			if (this.closed || !isConnectionLost(error)) throw error;
			return this.ask<T>(accounts, statement);
		}
	}

	private async ask<T>(accounts: string, statement: Sql): Promise<T[]> {
		if (this.closed) throw new Error("the database is closed");
		const lane = this.choose();
		lane.inFlight++;
		try {
			const writes = await lane.ready;
			writes.gather();
			return await send<T>(lane.client, accounts, statement);
		} finally {
			lane.inFlight--;
		}
	}

	async close(): Promise<void> {
		this.closed = true;
		await Promise.all(
			this.lanes.map((lane) => lane.client.end().catch(() => undefined)),
		);
		this.lanes = [];
	}

	/** The least busy lane; a new one while there is room and all are busy. */
	private choose(): Lane {
		let best: Lane | undefined;
		for (const lane of this.lanes) {
			if (!best || lane.inFlight < best.inFlight) best = lane;
		}
		if (best && (best.inFlight === 0 || this.lanes.length >= this.lanesMax))
			return best;
		return this.open();
	}

	private open(): Lane {
		const { options = "" } = this.connection;
		const client = new pg.Client({
			...this.connection,
			options: `${options} ${READ_ONLY}`,
			pipeline: true,
		} as pg.ClientConfig);
		const lane: Lane = {
			client,
			ready: prepare(client),
			inFlight: 0,
		};
		const drop = () => {
			this.lanes = this.lanes.filter((other) => other !== lane);
		};
		client.on("error", drop);
		client.on("end", drop);
		lane.ready.catch(() => {
			drop();
			client.end().catch(() => undefined);
		});
		this.lanes.push(lane);
		return lane;
	}
}

async function prepare(client: pg.Client): Promise<GatheredWrites> {
	await client.connect();
	await client.query({
		name: SCOPE_NAME,
		text: SCOPE_TEXT,
		values: ["{}"],
	});
	return new GatheredWrites(client, setImmediate);
}

function send<T>(
	client: pg.Client,
	accounts: string,
	statement: Sql,
): Promise<T[]> {
	return new Promise((resolve, reject) => {
		const query = new ScopedQuery(accounts, statement, (error, rows) => {
			if (error) reject(error);
			else resolve(rows as T[]);
		});
		client.query(query as unknown as pg.Submittable);
	});
}
