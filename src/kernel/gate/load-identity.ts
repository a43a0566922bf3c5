import { sql } from "../../db/index.ts";
import type { Access, Caller, CredentialKind } from "../caller.ts";
import { type Pepper, sameHash } from "../credentials/pepper.ts";
import type { RoleName } from "../roles.ts";
import type { GateResources } from "./gate-resources.ts";

/** A checked credential with the facts that must be looked at again on every call: they change with the clock. */
export interface Identity {
	caller: Caller;
	/** The epoch stamp under which it was read. */
	stamp: number;
	enabled: boolean;
	/** When this secret stops opening the credential: expiry, or the end of an overlap or of idleness. */
	validUntilMs: number;
	/** When the credential ends whatever happens. */
	expiresAtMs: number;
	/** When it is read anew even though nobody has said that anything changed. */
	reviewAtMs: number;
	allowedAddresses: readonly string[];
	blocked: boolean;
	pending: boolean;
	apiAccess: boolean;
}

/** A secret as stored, found by the public half of what was presented. */
export interface FoundSecret {
	account_id: string;
	credential_id: string;
	secret_hash: Buffer;
	pepper_version: number;
	valid_until: Date | null;
}

export async function findSecret(
	resources: GateResources,
	publicId: string,
): Promise<FoundSecret | undefined> {
	const rows = await resources.database
		.reader([])
		.query<FoundSecret>(sql`select * from find_secret(${publicId})`);
	return rows[0];
}

export function secretMatches(
	pepper: Pepper,
	found: FoundSecret,
	token: string,
): boolean {
	return sameHash(found.secret_hash, pepper.hash(token, found.pepper_version));
}

interface IdentityRow {
	credential_id: string;
	kind: CredentialKind;
	credential_name: string;
	access: Access;
	tenants: string[] | null;
	require_account: boolean;
	subject_id: string | null;
	enabled: boolean;
	expires_at: Date | null;
	allowed_addresses: string[];
	user_id: string | null;
	user_kind: "human" | "service";
	user_name: string;
	user_email: string;
	user_role: RoleName;
	user_status: string;
	user_blocked: boolean;
	api_access: boolean;
	account_id: string;
	account_kind: "provider" | "tenant" | "standalone";
	parent_id: string | null;
	account_name: string;
	account_status: string;
}

/** The credential that a secret opens, with its user and its account. */
export async function loadIdentity(
	resources: GateResources,
	found: FoundSecret,
	stamp: number,
): Promise<Identity | undefined> {
	const rows = await resources.database
		.reader([found.account_id])
		.query<IdentityRow>(sql`
		select c.id as credential_id, c.kind, c.name as credential_name, c.access, c.tenants, c.require_account, c.subject_id, c.enabled,
			c.expires_at, c.allowed_addresses, u.id as user_id, u.kind as user_kind, u.name as user_name, u.email as user_email,
			u.role as user_role, u.status as user_status, u.blocked as user_blocked, u.api_access,
			a.id as account_id, a.kind as account_kind, a.parent_id, a.name as account_name, a.status as account_status
		from credentials c join accounts a on a.id = c.account_id
		left join users u on u.account_id = c.account_id and u.id = c.user_id
		where c.account_id = ${found.account_id} and c.id = ${found.credential_id}`);
	const row = rows[0];
	return row && toIdentity(row, found, stamp);
}

function toIdentity(
	row: IdentityRow,
	found: FoundSecret,
	stamp: number,
): Identity {
	const ends = [row.expires_at, found.valid_until]
		.filter((date) => date !== null)
		.map((date) => date.getTime());
	return {
		caller: {
			credential: {
				id: row.credential_id,
				kind: row.kind,
				name: row.credential_name,
				access: row.access,
				tenants: row.tenants,
				requireAccount: row.require_account,
				subjectId: row.subject_id,
				expiresAt: row.expires_at,
			},
			user:
				row.user_id === null
					? null
					: {
							id: row.user_id,
							kind: row.user_kind,
							name: row.user_name,
							email: row.user_email,
							role: row.user_role,
						},
			home: {
				id: row.account_id,
				kind: row.account_kind,
				parentId: row.parent_id,
				name: row.account_name,
				status: row.account_status,
			},
		},
		stamp,
		enabled: row.enabled,
		validUntilMs: Math.min(Number.POSITIVE_INFINITY, ...ends),
		expiresAtMs: row.expires_at?.getTime() ?? Number.POSITIVE_INFINITY,
		reviewAtMs: Number.POSITIVE_INFINITY,
		allowedAddresses: row.allowed_addresses,
		blocked: row.user_id !== null && row.user_blocked,
		pending: row.user_id !== null && row.user_status === "pending",
		// The console is not the API that an administrator opens to a user.
		apiAccess:
			row.user_id === null ||
			row.user_kind === "service" ||
			row.kind === "session" ||
			row.api_access,
	};
}
