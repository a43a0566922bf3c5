import type pg from "pg";
import { GatheredWrites, isConnectionLost } from "./connection.ts";
import { ReadLanes } from "./read-lanes.ts";
import { accountList, SCOPE_NAME, SCOPE_TEXT } from "./scoped-query.ts";
import { type Sql, statementName } from "./sql.ts";
import { WritePool } from "./write-pool.ts";

export type Row = Record<string, unknown>;

/**
 * A handle that cannot leave its accounts: every statement sent through it runs under row-level security with the
 * accounts it was made for. Stores take this and nothing else.
 */
export interface Handle {
	/** All rows of one statement. `T` is the shape the statement selects; bigint columns arrive as strings. */
	query<T = Row>(statement: Sql): Promise<T[]>;
}

/** A handle inside a transaction, which may also step into further accounts (a new tenant, for one). */
export interface Transaction extends Handle {
	/**
	 * Sends a statement whose answer nobody needs, with what follows it and at the latest with COMMIT: no round trip of
	 * its own. Its failure fails the transaction. With `accountIds` it runs with those in view.
	 */
	queue(statement: Sql, accountIds?: readonly string[]): void;
	/** Runs `work` with other accounts in view, then puts the former ones back. */
	within<T>(accountIds: readonly string[], work: () => Promise<T>): Promise<T>;
}

export interface DatabaseOptions {
	connection: pg.ClientConfig;
	/** Shared pipelined connections that serve reads. */
	readLanesMax?: number;
	/** Connections that serve transactions, one at a time each. */
	writersMax?: number;
}

/** The serving role's way into Postgres: reads on shared pipelined connections, writes on exclusive ones. */
export class Database {
	private readonly lanes: ReadLanes;
	private readonly writers: WritePool;

	constructor(options: DatabaseOptions) {
		this.lanes = new ReadLanes(options.connection, options.readLanesMax ?? 4);
		this.writers = new WritePool(options.connection, options.writersMax ?? 10);
	}

	/** A handle for reads over the given accounts; each statement is one round trip and sees its own snapshot. */
	reader(accountIds: readonly string[]): Handle {
		const accounts = accountList(accountIds);
		return {
			query: <T>(statement: Sql) => this.lanes.query<T>(accounts, statement),
		};
	}

	/**
	 * Runs `work` in one transaction bound to the given accounts and commits when it resolves. BEGIN and the scope are
	 * queued with the first statement, so they cost no round trip of their own. Any throw rolls back. When the
	 * connection turns out to be dead before COMMIT was sent, nothing can have been stored, and `work` runs once more
	 * on another: after Postgres was away, each idle connection is found out that way.
	 */
	async transaction<T>(
		accountIds: readonly string[],
		work: (transaction: Transaction) => Promise<T>,
	): Promise<T> {
		for (let attempt = 1; ; attempt++) {
			let sent: BoundTransaction | undefined;
			try {
				return await this.writers.use(async (client) => {
					sent = new BoundTransaction(client, accountIds);
					const result = await work(sent);
					await sent.commit();
					return result;
				});
			} catch (error) {
				if (attempt > 1 || !sent?.isVoid) throw error;
			}
		}
	}

	async close(): Promise<void> {
		await Promise.all([this.lanes.close(), this.writers.close()]);
	}
}

class BoundTransaction implements Transaction {
	private readonly client: pg.Client;
	private accountIds: readonly string[];
	/** Statements nobody awaits one by one; their failure must reach the caller at commit. */
	private readonly unawaited: Promise<unknown>[] = [];
	private readonly writes: GatheredWrites;
	private lost = false;
	private committing = false;

	constructor(client: pg.Client, accountIds: readonly string[]) {
		this.client = client;
		this.accountIds = accountIds;
		this.writes = new GatheredWrites(client, process.nextTick);
		this.writes.gather();
		this.send(client.query("begin"));
		this.enter(accountIds);
	}

	async query<T>(statement: Sql): Promise<T[]> {
		const { text, values } = statement;
		const name = statementName(text);
		this.writes.gather();
		const result = await this.client.query({
			text,
			values: values as unknown[],
			name,
		});
		return result.rows as T[];
	}

	queue(statement: Sql, accountIds?: readonly string[]): void {
		const former = this.accountIds;
		if (accountIds) this.enter(accountIds);
		this.send(this.query(statement));
		if (accountIds) this.enter(former);
	}

	async within<T>(
		accountIds: readonly string[],
		work: () => Promise<T>,
	): Promise<T> {
		const former = this.accountIds;
		this.enter(accountIds);
		try {
			return await work();
		} finally {
			this.enter(former);
		}
	}

	async commit(): Promise<void> {
		this.committing = true;
		this.writes.gather();
		const done = this.client.query("commit");
		await Promise.all([...this.unawaited, done]);
		// A transaction that failed answers COMMIT with ROLLBACK and no error: nothing was stored, so say so.
		if ((await done).command !== "COMMIT")
			throw new Error("the transaction was rolled back");
	}

	/** Whether the connection was lost before anything could have been stored. */
	get isVoid(): boolean {
		return this.lost && !this.committing;
	}

	private enter(accountIds: readonly string[]): void {
		this.accountIds = accountIds;
		const values = [accountList(accountIds)];
		this.send(
			this.client.query({ name: SCOPE_NAME, text: SCOPE_TEXT, values }),
		);
	}

	private send(sent: Promise<unknown>): void {
		sent.catch((error) => {
			this.lost ||= isConnectionLost(error);
		});
		this.unawaited.push(sent);
	}
}
