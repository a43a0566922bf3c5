import { type Database, raw, sql } from "../../db/index.ts";
import type { Caller } from "../../kernel/caller.ts";
import type { RoleName } from "../../kernel/index.ts";

/** A person who signs in, or tries to. */
export interface SignedInPerson {
	accountId: string;
	userId: string;
	name: string;
	email: string;
	role: RoleName;
	status: "active" | "invited" | "pending";
	blocked: boolean;
	/** A mark of the password as it was when the person was looked up: it changes with the password. */
	passwordMark: string;
	home: Caller["home"];
}

/** The SQL of that mark, for a user under the alias `u`. */
export const passwordMark =
	"coalesce(extract(epoch from u.password_changed_at)::text, '')";

interface PersonRow {
	id: string;
	name: string;
	email: string;
	role: RoleName;
	status: SignedInPerson["status"];
	blocked: boolean;
	password_hash: string | null;
	password_mark: string;
	account_id: string;
	account_kind: Caller["home"]["kind"];
	parent_id: string | null;
	account_name: string;
	account_status: string;
}

/** The person with an e-mail address, any case, wherever their home is. */
export async function findPerson(
	database: Database,
	email: string,
): Promise<SignedInPerson | undefined> {
	return (await findWithPassword(database, email)).person;
}

/** One person by home and id. */
export async function loadPerson(
	database: Database,
	accountId: string,
	userId: string,
): Promise<SignedInPerson | undefined> {
	const row = await load(database, accountId, userId);
	return row && toPerson(row);
}

/** No account or user has it, so looking it up finds nothing and takes as long as finding somebody. */
const NOBODY = "0";

/**
 * The person with an e-mail address, and the hash of the password where there is one: for the sign-in by password
 * alone. What it asks the database is the same whether anybody has the address or not.
 */
export async function findWithPassword(
	database: Database,
	email: string,
): Promise<{
	person: SignedInPerson | undefined;
	passwordHash: string | null;
}> {
	const [found] = await database
		.reader([])
		.query<{ account_id: string; id: string }>(
			sql`select * from find_person(${email})`,
		);
	const row = await load(
		database,
		found?.account_id ?? NOBODY,
		found?.id ?? NOBODY,
	);
	return {
		person: row && toPerson(row),
		passwordHash: row?.password_hash ?? null,
	};
}

async function load(
	database: Database,
	accountId: string,
	userId: string,
): Promise<PersonRow | undefined> {
	const [row] = await database.reader([accountId]).query<PersonRow>(sql`
		select u.id, u.name, u.email, u.role, u.status, u.blocked, u.password_hash, ${raw(passwordMark)} as password_mark, a.id as account_id, a.kind as account_kind,
			a.parent_id, a.name as account_name, a.status as account_status
		from users u join accounts a on a.id = u.account_id
		where u.account_id = ${accountId} and u.id = ${userId} and u.kind = 'human'`);
	return row;
}

function toPerson(row: PersonRow): SignedInPerson {
	return {
		accountId: row.account_id,
		userId: row.id,
		name: row.name,
		email: row.email,
		role: row.role,
		status: row.status,
		blocked: row.blocked,
		passwordMark: row.password_mark,
		home: {
			id: row.account_id,
			kind: row.account_kind,
			parentId: row.parent_id,
			name: row.account_name,
			status: row.account_status,
		},
	};
}

/** The person as an audit row's caller: with the session that a sign-in made, or with none yet. */
export function callerOf(
	person: SignedInPerson,
	credentialId: string | undefined,
): Caller {
	const { userId: id, name, email, role, home } = person;
	return {
		credential: {
			// Zero is the number of no credential, and shows as none.
			id: credentialId ?? NOBODY,
			kind: "session",
			name: "Console session",
			access: { type: "operations", operations: [] },
			tenants: null,
			requireAccount: false,
			subjectId: null,
			expiresAt: null,
		},
		user: { id, kind: "human", name, email, role },
		home,
	};
}
