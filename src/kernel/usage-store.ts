import { type Database, sql, type Transaction } from "../db/index.ts";

export interface Figures {
	/** Calls let in. */
	calls: number;
	/** Calls refused by rights. */
	refusals: number;
	/** Calls turned away by a limit. */
	limited: number;
}

/** What a credential did with one operation in one hour. */
export interface UsageRow extends Figures {
	operation: string;
	/** The beginning of the hour. */
	hour: Date;
	/** Where the last of these calls came from. */
	address: string;
}

/** What came from one address in one day. */
export interface AddressRow extends Figures {
	/** Empty for all those that are not told apart. */
	address: string;
	/** The beginning of the day, UTC. */
	day: Date;
	lastMs: number;
}

/** Addresses of one credential that are told apart in one day: a key that leaks to many must not fill the disk. */
const ADDRESSES_A_DAY_MAX = 200;

export interface CredentialUse {
	accountId: string;
	credentialId: string;
	lastUsedMs: number;
	address: string;
	rows: ReadonlyMap<string, UsageRow>;
	addresses: ReadonlyMap<string, AddressRow>;
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
		const ours = uses.filter((use) => written.has(use.credentialId));
		await addFigures(tx, ours);
		await addAddresses(tx, ours);
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
		insert into credential_usage as known (account_id, credential_id, operation, hour, calls, refusals, limited, last_address)
		select * from unnest(${rows.map((row) => row.accountId)}::bigint[], ${rows.map((row) => row.credentialId)}::bigint[],
			${rows.map((row) => row.operation)}::text[], ${rows.map((row) => row.hour)}::timestamptz[],
			${rows.map((row) => row.calls)}::bigint[], ${rows.map((row) => row.refusals)}::bigint[], ${rows.map((row) => row.limited)}::bigint[],
			${rows.map((row) => row.address)}::text[])
		on conflict (account_id, credential_id, operation, hour) do update set calls = known.calls + excluded.calls,
			refusals = known.refusals + excluded.refusals, limited = known.limited + excluded.limited, last_address = excluded.last_address`);
}

/** An address that is new when the day has its fill is counted with the others. */
async function addAddresses(
	tx: Transaction,
	uses: readonly CredentialUse[],
): Promise<void> {
	const rows = uses.flatMap(({ accountId, credentialId, addresses }) =>
		[...addresses.values()].map((row) => ({ ...row, accountId, credentialId })),
	);
	if (rows.length === 0) return;
	await tx.query(sql`
		insert into credential_addresses as known (account_id, credential_id, day, address, calls, refusals, limited, last_at)
		select u.account_id, u.credential_id, u.day, case when r.room then u.address else '' end, sum(u.calls), sum(u.refusals), sum(u.limited), max(u.at)
		from unnest(${rows.map((row) => row.accountId)}::bigint[], ${rows.map((row) => row.credentialId)}::bigint[],
			${rows.map((row) => row.day.toISOString().slice(0, 10))}::date[], ${rows.map((row) => row.address)}::text[],
			${rows.map((row) => row.calls)}::bigint[], ${rows.map((row) => row.refusals)}::bigint[], ${rows.map((row) => row.limited)}::bigint[],
			${rows.map((row) => new Date(row.lastMs))}::timestamptz[]) as u (account_id, credential_id, day, address, calls, refusals, limited, at)
		cross join lateral (
			select count(*) < ${ADDRESSES_A_DAY_MAX} or bool_or(k.address = u.address) as room from credential_addresses k
			where k.account_id = u.account_id and k.credential_id = u.credential_id and k.day = u.day) r
		group by 1, 2, 3, 4
		on conflict (account_id, credential_id, day, address) do update set calls = known.calls + excluded.calls,
			refusals = known.refusals + excluded.refusals, limited = known.limited + excluded.limited,
			last_at = greatest(known.last_at, excluded.last_at)`);
}
