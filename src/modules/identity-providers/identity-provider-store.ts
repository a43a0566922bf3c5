import { type Handle, sql } from "../../db/index.ts";
import type { RoleName } from "../../kernel/index.ts";
import { type IdentityProvider, redirectUri } from "./identity-provider.ts";

/** The provider of an account as stored. */
export interface ProviderRow {
	account_id: string;
	name: string;
	issuer: string;
	client_id: string;
	/** Sealed: see `sealed-client-secret.ts`. */
	client_secret: Buffer | null;
	pepper_version: number | null;
	domains: string[];
	required: boolean;
	newcomer_role: Exclude<RoleName, "owner" | "admin"> | null;
	second_factor: boolean;
	include_owner: boolean;
	trust_addresses: boolean;
	enabled: boolean;
	version: number;
	created_at: Date;
	updated_at: Date;
}

export async function findProvider(
	db: Handle,
	accountId: string,
): Promise<ProviderRow | undefined> {
	const [row] = await db.query<ProviderRow>(
		sql`select * from identity_providers where account_id = ${accountId}`,
	);
	return row;
}

/** The same, locked, so that two changes come one after the other. */
export async function lockProvider(
	db: Handle,
	accountId: string,
): Promise<ProviderRow | undefined> {
	const [row] = await db.query<ProviderRow>(
		sql`select * from identity_providers where account_id = ${accountId} for update`,
	);
	return row;
}

export type ProviderChange = Omit<
	ProviderRow,
	"account_id" | "version" | "created_at" | "updated_at"
>;

/** Stores the one provider of an account, whether there was one before or not. */
export async function storeProvider(
	db: Handle,
	accountId: string,
	row: ProviderChange,
): Promise<void> {
	await db.query(sql`insert into identity_providers (account_id, name, issuer, client_id, client_secret, pepper_version, domains, required, newcomer_role, second_factor, include_owner, trust_addresses, enabled)
		values (${accountId}, ${row.name}, ${row.issuer}, ${row.client_id}, ${row.client_secret}, ${row.pepper_version}, ${row.domains}, ${row.required},
			${row.newcomer_role}, ${row.second_factor}, ${row.include_owner}, ${row.trust_addresses}, ${row.enabled})
		on conflict (account_id) do update set name = excluded.name, issuer = excluded.issuer, client_id = excluded.client_id,
			client_secret = excluded.client_secret, pepper_version = excluded.pepper_version, domains = excluded.domains, required = excluded.required,
			newcomer_role = excluded.newcomer_role, second_factor = excluded.second_factor, include_owner = excluded.include_owner,
			trust_addresses = excluded.trust_addresses, enabled = excluded.enabled, version = identity_providers.version + 1, updated_at = now()`);
}

export async function removeProvider(
	db: Handle,
	accountId: string,
): Promise<void> {
	await db.query(
		sql`delete from identity_providers where account_id = ${accountId}`,
	);
}

/** A subject means something at its issuer alone: at another one it may be somebody else. */
export async function forgetSubjects(
	db: Handle,
	accountId: string,
): Promise<void> {
	await db.query(sql`update users set identity_subject = null
		where account_id = ${accountId} and identity_subject is not null`);
}

export function toProvider(
	row: ProviderRow,
	publicUrl: string,
): IdentityProvider {
	const { client_secret, pepper_version: _version, ...shown } = row;
	return {
		...shown,
		client_secret_set: client_secret !== null,
		redirect_uri: redirectUri(publicUrl),
		created_at: row.created_at.toISOString(),
		updated_at: row.updated_at.toISOString(),
	};
}
