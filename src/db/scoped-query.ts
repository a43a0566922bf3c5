import pg from "pg";
import { type Sql, statementName } from "./sql.ts";

/** Sets which accounts the rest of the transaction may see; answers no row, so it never disturbs the main result. */
export const SCOPE_TEXT =
	"select 1 where set_config('reeve.accounts', $1, true) is null";
export const SCOPE_NAME = "reeve_scope";

/** Postgres array text for a list of account ids: `{1,2}`. Only digits may pass. */
export function accountList(accountIds: readonly string[]): string {
	for (const id of accountIds) {
		if (!/^\d{1,18}$/.test(id)) throw new Error("account id is not a number");
	}
	return `{${accountIds.join(",")}}`;
}

interface WireConnection {
	bind(config: object): void;
	execute(config: object): void;
}

interface QueryInternals {
	prepare(connection: WireConnection): void;
	handleCommandComplete(message: unknown, connection: unknown): void;
	handleError(error: Error, connection: unknown): void;
}

const BaseQuery = pg.Query as unknown as new (
	config: object,
	values?: unknown,
	callback?: (error: Error | null, result: pg.QueryResult) => void,
) => QueryInternals;

/**
 * One read under the wall, in one round trip and without BEGIN or COMMIT: messages between two Syncs form an implicit
 * transaction (PostgreSQL protocol, "Pipelining"), so the transaction-local setting that precedes the statement holds
 * for it and is gone after it. The scope statement must have been prepared on the connection under `SCOPE_NAME`.
 */
export class ScopedQuery extends BaseQuery {
	private readonly accounts: string;
	private scopeDone = false;

	constructor(
		accounts: string,
		statement: Sql,
		callback: (error: Error | null, result: pg.QueryResult) => void,
	) {
		const { text, values } = statement;
		super({ text, values, name: statementName(text) }, undefined, callback);
		this.accounts = accounts;
	}

	override prepare(connection: WireConnection): void {
		connection.bind({ statement: SCOPE_NAME, values: [this.accounts] });
		connection.execute({});
		super.prepare(connection);
	}

	/** The first completion is the scope's own. */
	override handleCommandComplete(message: unknown, connection: unknown): void {
		if (this.scopeDone) super.handleCommandComplete(message, connection);
		this.scopeDone = true;
	}
}
