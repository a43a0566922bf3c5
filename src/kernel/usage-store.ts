import { type Database, sql, type Transaction } from "../db/index.ts";

/** What a credential did with one operation in one hour. */
export interface UsageRow {
	operation: string;
	/** The beginning of the hour. */
	hour: Date;
	calls: number;
	refusals: number;
	/** Where the last of these calls came from. */
	address: string;
}

export interface CredentialUse {
	accountId: string;
	credentialId: string;
	lastUsedMs: number;
	address: string;
	rows: ReadonlyMap<string, UsageRow>;
}

/**
 * Adds the uses of some credentials to what is stored. Credentials that somebody else has locked, or that are gone,
 * are passed over: the answer says which were written. So this never waits for a request, and a request waits for
 * this no longer than two statements take.
 */
export async function writeUsage(
	database: Database,
	uses: readonly CredentialUse[],
): Promise<ReadonlySet<string>> {
	const accountIds = [...new Set(uses.map((use) => use.accountId))];
	return database.transaction(accountIds, async (tx) => {
		const written = await markUsed(tx, uses);
		await addFigures(
			tx,
			uses.filter((use) => written.has(use.credentialId)),
		);
		return written;
	});
}

async function markUsed(
	tx: Transaction,
	uses: readonly CredentialUse[],
): Promise<Set<string>> {
	const rows = await tx.query<{ id: string }>(sql`
		with used as (
			select * from unnest(${uses.map((use) => use.accountId)}::bigint[], ${uses.map((use) => use.credentialId)}::bigint[],
				${uses.map((use) => new Date(use.lastUsedMs))}::timestamptz[], ${uses.map((use) => use.address)}::text[]) as u(account_id, id, at, address)
		), free as (
			select c.account_id, c.id from credentials c join used u on u.account_id = c.account_id and u.id = c.id
			for no key update of c skip locked
		)
		update credentials c set
			last_used_at = greatest(c.last_used_at, u.at),
			last_used_address = case when c.last_used_at > u.at then c.last_used_address else u.address end
		from used u join free f on f.account_id = u.account_id and f.id = u.id
		where c.account_id = f.account_id and c.id = f.id
		returning c.id`);
	return new Set(rows.map((row) => row.id));
}

async function addFigures(
	tx: Transaction,
	uses: readonly CredentialUse[],
): Promise<void> {
	const rows = uses.flatMap(({ accountId, credentialId, rows }) =>
		[...rows.values()].map((row) => ({ ...row, accountId, credentialId })),
	);
	if (rows.length === 0) return;
	await tx.query(sql`
		insert into credential_usage as known (account_id, credential_id, operation, hour, calls, refusals, last_address)
		select * from unnest(${rows.map((row) => row.accountId)}::bigint[], ${rows.map((row) => row.credentialId)}::bigint[],
			${rows.map((row) => row.operation)}::text[], ${rows.map((row) => row.hour)}::timestamptz[],
			${rows.map((row) => row.calls)}::bigint[], ${rows.map((row) => row.refusals)}::bigint[], ${rows.map((row) => row.address)}::text[])
		on conflict (account_id, credential_id, operation, hour) do update set
			calls = known.calls + excluded.calls, refusals = known.refusals + excluded.refusals, last_address = excluded.last_address`);
}
