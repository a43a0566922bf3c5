import { type Database, sql } from "../db/index.ts";

/** How many accounts one statement looks at. */
const ACCOUNTS_MAX = 1000;
/** How many rows one transaction changes: its locks must not keep a request waiting. */
export const rowsMax = 200;

/**
 * Visits all accounts, some at a time and each under its own wall. `work` changes at most `rowsMax` rows a call and
 * answers how many; it is called again while that was as many as it may. Answers how many rows changed in all.
 */
export async function visitEveryAccount(
	database: Database,
	work: (accountIds: readonly string[]) => Promise<number>,
): Promise<number> {
	const [row] = await database
		.reader([])
		.query<{ ids: string[] }>(sql`select account_ids() as ids`);
	const ids = row?.ids ?? [];
	let changed = 0;
	for (let i = 0; i < ids.length; i += ACCOUNTS_MAX) {
		const accountIds = ids.slice(i, i + ACCOUNTS_MAX);
		for (let count = rowsMax; count === rowsMax; ) {
			count = await work(accountIds);
			changed += count;
		}
	}
	return changed;
}
