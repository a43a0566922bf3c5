import { type Handle, sql } from "../../db/index.ts";
import {
	type IssuedKind,
	type MintedSecret,
	mintSecret,
} from "../../kernel/credentials/format.ts";
import type { Pepper } from "../../kernel/credentials/pepper.ts";
import type { Access } from "../../kernel/index.ts";

export interface NewCredential {
	accountId: string;
	kind: IssuedKind;
	name: string;
	description?: string;
	/** The user whose rights bound it; none for an account's or a machine's. */
	userId?: string | null;
	subjectId?: string | null;
	access: Access;
	/** The API it was made for, where that was the choice. */
	opens?: string | null;
	expiresAt?: Date | null;
	allowedAddresses?: readonly string[];
	tenants?: readonly string[] | null;
	requireAccount?: boolean;
	createdBy?: { id: string | null; name: string };
}

export interface IssuedCredential extends MintedSecret {
	id: string;
}

/** Makes and stores a credential; its secret is in the answer and nowhere else. */
export async function issueCredential(
	db: Handle,
	pepper: Pepper,
	wanted: NewCredential,
): Promise<IssuedCredential> {
	const minted = mintSecret(wanted.kind);
	const [row] = await db.query<{ id: string }>(sql`
		insert into credentials (account_id, kind, name, description, user_id, subject_id, access, opens, expires_at, allowed_addresses, tenants,
			require_account, created_by, created_by_name)
		values (${wanted.accountId}, ${wanted.kind}, ${wanted.name}, ${wanted.description ?? ""}, ${wanted.userId ?? null}, ${wanted.subjectId ?? null},
			${JSON.stringify(wanted.access)}, ${wanted.opens ?? null}, ${wanted.expiresAt ?? null}, ${wanted.allowedAddresses ?? []}, ${wanted.tenants ?? null},
			${wanted.requireAccount ?? false}, ${wanted.createdBy?.id ?? null}, ${wanted.createdBy?.name ?? ""})
		returning id`);
	const { id } = row as { id: string };
	await storeSecret(db, pepper, wanted.accountId, id, minted);
	return { id, ...minted };
}

/** Adds a secret that opens a credential. */
export async function storeSecret(
	db: Handle,
	pepper: Pepper,
	accountId: string,
	credentialId: string,
	minted: MintedSecret,
): Promise<void> {
	await db.query(sql`insert into credential_secrets (account_id, credential_id, public_id, secret_hash, pepper_version)
		values (${accountId}, ${credentialId}, ${minted.publicId}, ${pepper.hash(minted.token)}, ${pepper.version})`);
}

/**
 * Ends the secrets a credential has: at once, or, for the newest one, at the given time. Those that an earlier
 * renewal left over end now in any case, so a credential never has more than two.
 */
export async function retireSecrets(
	db: Handle,
	accountId: string,
	credentialId: string,
	validUntil: Date | undefined,
): Promise<void> {
	await db.query(
		validUntil === undefined
			? sql`delete from credential_secrets where account_id = ${accountId} and credential_id = ${credentialId}`
			: sql`delete from credential_secrets where account_id = ${accountId} and credential_id = ${credentialId} and valid_until is not null`,
	);
	if (validUntil !== undefined)
		await db.query(
			sql`update credential_secrets set valid_until = ${validUntil} where account_id = ${accountId} and credential_id = ${credentialId}`,
		);
}
