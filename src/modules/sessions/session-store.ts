import { type Handle, sql } from "../../db/index.ts";
import { mintSecret, parseToken } from "../../kernel/credentials/format.ts";
import { sameHash } from "../../kernel/credentials/pepper.ts";
import type { Access } from "../../kernel/index.ts";
import type { Resources } from "../../kernel/resources.ts";
import { enrolmentOperations } from "./session-access.ts";

/** How a person proved who they are. */
export type SignInMethod =
	| "password"
	| "totp"
	| "passkey"
	| "recovery_code"
	| "sso";

export interface NewSession {
	accountId: string;
	user: { id: string; name: string };
	methods: readonly SignInMethod[];
	/** Whether a second factor must be enrolled before anything else. */
	restricted: boolean;
	/** Whether one was shown, here or at an identity provider whose account counts that. */
	factorShown: boolean;
	address: string;
	userAgent: string;
}

export interface StartedSession {
	credentialId: string;
	/** Goes into the cookie, and nowhere else. */
	token: string;
	expiresAt: Date;
}

const USER_AGENT_MAX = 500;
const NAME = "Console session";

/** Stores a session: a credential like any other, whose secret ends with idleness, and what only sessions know. */
export async function insertSession(
	db: Handle,
	{ pepper, clock, sessions }: Resources,
	wanted: NewSession,
): Promise<StartedSession> {
	const { accountId, user, restricted } = wanted;
	const minted = mintSecret("session");
	const nowMs = clock.nowMs();
	const expiresAt = new Date(nowMs + sessions.absoluteMs);
	const idleAt = new Date(
		nowMs + Math.min(sessions.idleMs, sessions.absoluteMs),
	);
	const access: Access = restricted
		? { type: "operations", operations: enrolmentOperations }
		: { type: "all" };
	const [row] = await db.query<{ id: string }>(sql`
		insert into credentials (account_id, kind, name, user_id, access, expires_at, created_by, created_by_name, created_at)
		values (${accountId}, 'session', ${NAME}, ${user.id}, ${JSON.stringify(access)}, ${expiresAt}, ${user.id}, ${user.name}, ${new Date(nowMs)})
		returning id`);
	const { id } = row as { id: string };
	await Promise.all([
		db.query(sql`insert into credential_secrets (account_id, credential_id, public_id, secret_hash, pepper_version, valid_until)
			values (${accountId}, ${id}, ${minted.publicId}, ${pepper.hash(minted.token)}, ${pepper.version}, ${idleAt})`),
		db.query(sql`insert into sessions (account_id, credential_id, methods, factor_shown, address, user_agent, confirmed_at)
			values (${accountId}, ${id}, ${wanted.methods}, ${wanted.factorShown}, ${wanted.address}, ${wanted.userAgent.slice(0, USER_AGENT_MAX)}, ${new Date(nowMs)})`),
	]);
	return { credentialId: id, token: minted.token, expiresAt };
}

/** A stored session, wherever it stands: it may be past its time. */
export interface FoundSession {
	accountId: string;
	credentialId: string;
}

/** The session that a cookie's value opens; none when it was ended, or never was one. */
export async function findSession(
	{ database, pepper }: Pick<Resources, "database" | "pepper">,
	token: string | undefined,
): Promise<FoundSession | undefined> {
	const parsed = token === undefined ? undefined : parseToken(token);
	if (!parsed) return undefined;
	const [found] = await database.reader([]).query<{
		account_id: string;
		credential_id: string;
		secret_hash: Buffer;
		pepper_version: number;
	}>(sql`select * from find_secret(${parsed.publicId})`);
	if (!found) return undefined;
	const hash = pepper.hash(parsed.token, found.pepper_version);
	if (!sameHash(found.secret_hash, hash)) return undefined;
	return { accountId: found.account_id, credentialId: found.credential_id };
}

/** Ends one session. Answers whether it was there; the caller announces that it is gone. */
export async function endSession(
	db: Handle,
	{ accountId, credentialId }: FoundSession,
): Promise<boolean> {
	const rows = await db.query(sql`delete from credentials
		where account_id = ${accountId} and id = ${credentialId} and kind = 'session' returning 1 as one`);
	return rows.length > 0;
}

/**
 * Ends all sessions of a user but the one that is excepted. Answers how many there were; the caller announces that
 * they are gone (`ctx.revoke`, or `announceRevocation` outside an operation).
 */
export async function endSessionsOf(
	db: Handle,
	accountId: string,
	userId: string,
	exceptCredentialId: string | null = null,
): Promise<number> {
	const rows = await db.query(sql`delete from credentials
		where account_id = ${accountId} and user_id = ${userId} and kind = 'session'
		and id is distinct from ${exceptCredentialId}::bigint returning 1 as one`);
	return rows.length;
}
