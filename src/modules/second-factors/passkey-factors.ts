import { type Handle, sql } from "../../db/index.ts";
import type { Person } from "./factor.ts";
import { nextFactorId } from "./factor-store.ts";

/** A passkey as it is checked: the public half of its key, and how often it said it was used. */
export interface Passkey {
	id: string;
	name: string;
	passkeyId: string;
	publicKey: Buffer;
	counter: number;
	transports: string[];
}

interface PasskeyRow extends Omit<Passkey, "counter"> {
	counter: string;
}

const toPasskey = ({ counter, ...row }: PasskeyRow): Passkey => ({
	...row,
	counter: Number(counter),
});

export async function passkeysOf(
	db: Handle,
	{ accountId, userId }: Person,
): Promise<Passkey[]> {
	const rows =
		await db.query<PasskeyRow>(sql`select id, name, passkey_id as "passkeyId", public_key as "publicKey", counter, transports
		from second_factors where account_id = ${accountId} and user_id = ${userId} and kind = 'passkey' and confirmed_at is not null order by id`);
	return rows.map(toPasskey);
}

/** Whose passkey it is, by the authenticator's own name of it; asked before anybody is known, so with no account in view. */
export async function findPasskeyOwner(
	db: Handle,
	passkeyId: string,
): Promise<Person | undefined> {
	const [found] = await db.query<{ account_id: string; user_id: string }>(
		sql`select account_id, user_id from find_passkey(${passkeyId})`,
	);
	return found && { accountId: found.account_id, userId: found.user_id };
}

/** Answers the new factor's id, or nothing where somebody has this passkey already. */
export async function insertPasskey(
	db: Handle,
	{ accountId, userId }: Person,
	passkey: Omit<Passkey, "id"> & { backedUp: boolean },
	now: Date,
): Promise<string | undefined> {
	const id = await nextFactorId(db);
	const [row] = await db.query<{ id: string }>(sql`
		insert into second_factors (account_id, id, user_id, kind, name, passkey_id, public_key, counter, transports, backed_up, confirmed_at, created_at)
		values (${accountId}, ${id}, ${userId}, 'passkey', ${passkey.name}, ${passkey.passkeyId}, ${passkey.publicKey}, ${passkey.counter},
			${passkey.transports}, ${passkey.backedUp}, ${now}, ${now})
		on conflict do nothing returning id`);
	return row?.id;
}

/**
 * Notes a use. The counter only rises, where the authenticator counts at all: of two uses with one count, one of
 * them a copy's, the second is refused (WebAuthn §6.1.1).
 */
export async function notePasskeyUse(
	db: Handle,
	{ accountId }: Person,
	id: string,
	{ counter, backedUp, now }: { counter: number; backedUp: boolean; now: Date },
): Promise<boolean> {
	const noted = await db.query(sql`update second_factors
		set counter = ${counter}, backed_up = ${backedUp}, last_used_at = ${now}
		where account_id = ${accountId} and id = ${id} and (counter < ${counter} or (counter = 0 and ${counter}::bigint = 0)) returning 1 as one`);
	return noted.length > 0;
}
