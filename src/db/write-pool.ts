import pg from "pg";

/**
 * Exclusive connections for transactions. They are pipelined too, so a transaction may queue statements without
 * waiting for each answer. A connection whose work threw is rolled back before it is used again, or thrown away.
 */
export class WritePool {
	private readonly pool: pg.Pool;

	constructor(connection: pg.ClientConfig, clientsMax: number) {
		this.pool = new pg.Pool({
			...connection,
			pipeline: true,
			max: clientsMax,
			idleTimeoutMillis: 60_000,
			connectionTimeoutMillis: 5_000,
		} as pg.PoolConfig);
		// A connection that dies is replaced at the next use, and whoever had it learns through the statements in flight.
		// Without a listener of its own, for its whole life, its death would end the process.
		this.pool.on("error", () => undefined);
		this.pool.on("connect", (client) => client.on("error", () => undefined));
	}

	async use<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
		const client = await this.pool.connect();
		let broken: Error | undefined;
		try {
			return await work(client as unknown as pg.Client);
		} catch (error) {
			await client.query("rollback").catch((failure: Error) => {
				broken = failure;
			});
			throw error;
		} finally {
			client.release(broken);
		}
	}

	async close(): Promise<void> {
		await this.pool.end();
	}
}
