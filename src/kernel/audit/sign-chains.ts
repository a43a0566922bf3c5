import { type Database, sql, type Transaction } from "../../db/index.ts";
import { type Checkpoint, signCheckpoint } from "./checkpoint.ts";
import type { SigningKey } from "./signing-key.ts";

/** The accounts after `after`, in order of their ids, whose chains have grown since they were last signed. */
export async function unsignedAccounts(
	database: Database,
	after: string,
	accountsMax: number,
): Promise<string[]> {
	const rows = await database
		.reader([])
		.query<{ account_id: string }>(
			sql`select account_id from unsigned_chains(${after}, ${accountsMax})`,
		);
	return rows.map((row) => row.account_id);
}

/** Signs where the chains of some accounts end now, and stores that. Answers how many signatures are new. */
export async function signChains(
	database: Database,
	accountIds: readonly string[],
	key: SigningKey,
	at: Date,
): Promise<number> {
	return database.transaction(accountIds, async (tx) => {
		await rememberKey(tx, key);
		const ends = await tx.query<{
			account_id: string;
			sequence: string;
			hash: string;
		}>(sql`
			select s.account_id, s.sequence, encode(s.hash, 'hex') as hash from unnest(${accountIds}::bigint[]) as a(id)
			join lateral (select * from audit_seals s where s.account_id = a.id order by s.sequence desc limit 1) s on true`);
		const checkpoints = ends.map(({ account_id, sequence, hash }) =>
			signCheckpoint({ account_id, sequence: Number(sequence), hash }, at, key),
		);
		return insertCheckpoints(tx, checkpoints);
	});
}

async function rememberKey(tx: Transaction, key: SigningKey): Promise<void> {
	await tx.query(
		sql`insert into audit_keys (key_id, public_key) values (${key.public.id}, ${key.public.bytes}) on conflict do nothing`,
	);
}

/** Two servers may sign the same end at once: the first one's signature stays. */
async function insertCheckpoints(
	tx: Transaction,
	checkpoints: readonly Checkpoint[],
): Promise<number> {
	const column = (name: keyof Checkpoint) =>
		checkpoints.map((checkpoint) => checkpoint[name]);
	const bytes = (name: "hash" | "signature", encoding: "hex" | "base64") =>
		checkpoints.map((checkpoint) => Buffer.from(checkpoint[name], encoding));
	const rows = await tx.query(sql`
		insert into audit_checkpoints (account_id, sequence, hash, key_id, signature, at)
		select * from unnest(${column("account_id")}::bigint[], ${column("sequence")}::bigint[], ${bytes("hash", "hex")}::bytea[],
			${column("key_id")}::text[], ${bytes("signature", "base64")}::bytea[], ${column("at")}::timestamptz[])
		on conflict do nothing returning sequence`);
	return rows.length;
}
