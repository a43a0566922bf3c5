import { type Handle, raw, type Sql, sql } from "../db/index.ts";

/**
 * From this many accounts on a list is read across them where an index allows it. Below, going through their rows is
 * quick, and an index over all accounts would mostly show those of others.
 */
const ACCOUNTS_MIN = 500;
/** A text that more rows contain is soon met on the way. */
const FOUND_MAX = 5000;

/** How a list over very many accounts is read without going through all their rows. */
export interface ListAcross {
	/** Output fields in whose order an index over all accounts has the rows. */
	sorted: readonly string[];
	/**
	 * An SQL function of a pattern and a number of rows: the arrays `accounts` and `ids` of the rows in view that
	 * contain the text, or no row where there are more, or none can be told. The search is then made as ever.
	 */
	search: string;
}

export interface Way {
	/** The accounts must be a condition that no index serves: the way in is another. */
	across: boolean;
	/** Rows to choose among. */
	found?: Sql;
}

interface Asked {
	accountIds: readonly string[];
	/** What `search` is turned into, when there is one. */
	pattern: string | undefined;
	/** The field to sort by, without its sign. */
	field: string | undefined;
	filtered: boolean;
}

/** The way into a list: across all accounts when that is shorter, else each account's own. */
export async function wayInto(
	db: Handle,
	across: ListAcross | undefined,
	prefix: string,
	{ accountIds, pattern, field, filtered }: Asked,
): Promise<Way> {
	if (!across || accountIds.length < ACCOUNTS_MIN) return { across: false };
	if (pattern !== undefined) {
		const found = await findRows(db, across.search, prefix, pattern);
		if (found) return { across: true, found };
	}
	const inOrder = field !== undefined && across.sorted.includes(field);
	return { across: inOrder && !filtered };
}

async function findRows(
	db: Handle,
	search: string,
	prefix: string,
	pattern: string,
): Promise<Sql | undefined> {
	const [rows] = await db.query<{
		accounts: string[] | null;
		ids: string[] | null;
	}>(
		sql`select accounts, ids from ${raw(search)}(${pattern}, ${FOUND_MAX}::integer)`,
	);
	if (!rows) return undefined;
	const { accounts, ids } = rows;
	return sql`(${raw(`${prefix}account_id, ${prefix}id`)}) in (select * from unnest(${accounts ?? []}::bigint[], ${ids ?? []}::bigint[]))`;
}
