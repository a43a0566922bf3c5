import pg from "pg";
import { serialize } from "pg-protocol";
import { type Column, compileRowMaker, type RowMaker } from "./row-maker.ts";
import { type Sql, statementName } from "./sql.ts";

/** Sets which accounts the rest of the transaction may see; answers no row, so it never disturbs the main result. */
export const SCOPE_TEXT =
	"select 1 where set_config('reeve.accounts', $1, true) is null";
export const SCOPE_NAME = "reeve_scope";

/** Postgres array text for a list of account ids: `{1,2}`, in order, as the wall wants it. Only digits may pass. */
export function accountList(accountIds: readonly string[]): string {
	let before = "";
	let ordered = true;
	for (const id of accountIds) {
		if (!/^\d{1,18}$/.test(id)) throw new Error("account id is not a number");
		ordered &&= byNumber(before, id) <= 0;
		before = id;
	}
	const list = ordered ? accountIds : [...accountIds].sort(byNumber);
	return `{${list.join(",")}}`;
}

/** Ids have more digits than a number holds exactly. */
function byNumber(a: string, b: string): number {
	return a.length - b.length || (a < b ? -1 : Number(a > b));
}

interface WireConnection {
	parsedStatements: Record<string, string | undefined>;
	stream: { write(bytes: Buffer): void };
	bind(config: object): void;
	execute(config: object): void;
}

interface QueryInternals {
	prepare(connection: WireConnection): void;
	handleRowDescription(message: { fields: Column[] }): void;
	handleDataRow(message: { fields: (string | null)[] }): void;
	handleCommandComplete(message: unknown, connection: unknown): void;
}

const BaseQuery = pg.Query as unknown as new (
	config: object,
	values: undefined,
	callback: (error: Error | null) => void,
) => QueryInternals;

const { prepareValue } = (
	pg as unknown as { utils: { prepareValue: (value: unknown) => unknown } }
).utils;

/** How rows of a statement are made, by its text; known after its first answer. */
const makers = new Map<string, RowMaker>();

/**
 * One read under the wall, in one round trip and without BEGIN or COMMIT: messages between two Syncs form an implicit
 * transaction (PostgreSQL protocol, "Pipelining"), so the transaction-local setting that precedes the statement holds
 * for it and is gone after it. The scope statement must have been prepared on the connection under `SCOPE_NAME`.
 *
 * Once a statement's columns are known they are not asked for again, and all messages leave in one write.
 */
export class ScopedQuery extends BaseQuery {
	private readonly accounts: string;
	private readonly statement: Sql;
	private readonly collected: unknown[];
	private make: RowMaker | undefined;
	private scopeDone: boolean;

	constructor(
		accounts: string,
		statement: Sql,
		callback: (error: Error | null, rows: unknown[]) => void,
	) {
		const { text, values } = statement;
		const rows: unknown[] = [];
		super({ text, values, name: statementName(text) }, undefined, (error) =>
			callback(error, rows),
		);
		this.accounts = accounts;
		this.statement = statement;
		this.collected = rows;
		this.scopeDone = false;
	}

	override prepare(connection: WireConnection): void {
		const { text } = this.statement;
		this.make = makers.get(text);
		const parsed = connection.parsedStatements[statementName(text)] === text;
		if (this.make && parsed) {
			this.sendKnown(connection);
			return;
		}
		this.make = undefined;
		connection.bind({ statement: SCOPE_NAME, values: [this.accounts] });
		connection.execute({});
		super.prepare(connection);
	}

	private sendKnown(connection: WireConnection): void {
		const { text, values } = this.statement;
		const scope = { statement: SCOPE_NAME, values: [this.accounts] };
		const main = {
			statement: statementName(text),
			values: values as unknown[],
			valueMapper: prepareValue,
		};
		connection.stream.write(
			Buffer.concat([
				serialize.bind(scope),
				serialize.execute(),
				serialize.bind(main),
				serialize.execute(),
				serialize.sync(),
			]),
		);
	}

	override handleRowDescription({ fields }: { fields: Column[] }): void {
		this.make = compileRowMaker(fields);
		makers.set(this.statement.text, this.make);
	}

	override handleDataRow({ fields }: { fields: (string | null)[] }): void {
		if (this.make) this.collected.push(this.make(fields));
	}

	/** The first completion is the scope's own. */
	override handleCommandComplete(message: unknown, connection: unknown): void {
		if (this.scopeDone) super.handleCommandComplete(message, connection);
		this.scopeDone = true;
	}
}
