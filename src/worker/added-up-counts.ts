import type { Database } from "../db/index.ts";
import { addUpCounts } from "../modules/accounts/index.ts";
import { rowsMax, visitEveryAccount } from "./every-account.ts";

/** Adds up what changes wrote down of the figures of all accounts. Answers how many notes there were. */
export async function addUpAllCounts(database: Database): Promise<number> {
	return visitEveryAccount(database, (accountIds) =>
		database.transaction(accountIds, (tx) =>
			addUpCounts(tx, accountIds, rowsMax),
		),
	);
}
