import { type Handle, raw, sql } from "../../db/index.ts";
import type { Factor, Person, SecondFactorMethod } from "./factor.ts";

const COLUMNS = "id, kind, name, backed_up, last_used_at, created_at";

/** The factors that a person signs in with, the oldest first; what was begun and never confirmed is none. */
export function listFactors(
	db: Handle,
	{ accountId, userId }: Person,
): Promise<Factor[]> {
	return db.query<Factor>(sql`select ${raw(COLUMNS)} from second_factors
		where account_id = ${accountId} and user_id = ${userId} and confirmed_at is not null order by id`);
}

/**
 * By which methods a person can take the second step, in the order to offer them; none when no factor is enrolled.
 * A recovery code stands in for a factor, so without one it counts for nothing.
 */
export async function enrolledMethods(
	db: Handle,
	{ accountId, userId }: Person,
): Promise<SecondFactorMethod[]> {
	const [row] = await db.query<{
		totp: boolean;
		passkey: boolean;
		code: boolean;
	}>(sql`
		select coalesce(bool_or(kind = 'totp'), false) as totp, coalesce(bool_or(kind = 'passkey'), false) as passkey,
			exists (select 1 from recovery_codes c where c.account_id = ${accountId} and c.user_id = ${userId} and c.used_at is null) as code
		from second_factors where account_id = ${accountId} and user_id = ${userId} and confirmed_at is not null`);
	const methods: SecondFactorMethod[] = [];
	if (row?.passkey) methods.push("passkey");
	if (row?.totp) methods.push("totp");
	if (row?.code && methods.length > 0) methods.push("recovery_code");
	return methods;
}

/** Locks the person, so that two changes of how they sign in come one after the other. */
export async function lockPerson(
	db: Handle,
	{ accountId, userId }: Person,
): Promise<{ name: string; email: string } | undefined> {
	const [row] = await db.query<{ name: string; email: string }>(
		sql`select name, email from users where account_id = ${accountId} and id = ${userId} for no key update`,
	);
	return row;
}

/** A number for a factor that is about to be stored: a secret is sealed together with it. */
export async function nextFactorId(db: Handle): Promise<string> {
	const [row] = await db.query<{ id: string }>(
		sql`select nextval('object_id') as id`,
	);
	return (row as { id: string }).id;
}

export async function getFactor(
	db: Handle,
	{ accountId, userId }: Person,
	id: string,
): Promise<Factor | undefined> {
	const [row] =
		await db.query<Factor>(sql`select ${raw(COLUMNS)} from second_factors
		where account_id = ${accountId} and user_id = ${userId} and id = ${id} and confirmed_at is not null`);
	return row;
}

export async function removeFactor(
	db: Handle,
	{ accountId, userId }: Person,
	id: string,
): Promise<void> {
	await db.query(
		sql`delete from second_factors where account_id = ${accountId} and user_id = ${userId} and id = ${id}`,
	);
}

/** Takes everything a person signs in with besides the password, and says how many factors that were. */
export async function removeAllFactors(
	db: Handle,
	{ accountId, userId }: Person,
): Promise<number> {
	const [removed] = await Promise.all([
		db.query<{ confirmed: boolean }>(
			sql`delete from second_factors where account_id = ${accountId} and user_id = ${userId} returning confirmed_at is not null as confirmed`,
		),
		db.query(
			sql`delete from app_code_tries where account_id = ${accountId} and user_id = ${userId}`,
		),
		db.query(
			sql`delete from recovery_codes where account_id = ${accountId} and user_id = ${userId}`,
		),
	]);
	return removed.filter(({ confirmed }) => confirmed).length;
}
