import { hash } from "node:crypto";
import { sql } from "../../db/index.ts";
import type { Access, Caller, CredentialKind } from "../caller.ts";
import { type Pepper, sameHash } from "../credentials/pepper.ts";
import type { Presented } from "../credentials/presented.ts";
import { forbidden, unauthenticated } from "../errors.ts";
import type { RoleName } from "../roles.ts";
import { addressAllowed } from "./address.ts";
import type { GateResources } from "./gate-resources.ts";
import { identifySetupKey } from "./identify-setup-key.ts";

/** A checked credential with the facts that must be looked at again on every call: they change with the clock. */
export interface Identity {
	caller: Caller;
	/** The epoch stamp under which it was read. */
	stamp: number;
	enabled: boolean;
	/** When this secret stops opening the credential: expiry, or the end of an overlap. */
	validUntilMs: number;
	allowedAddresses: readonly string[];
	blocked: boolean;
	pending: boolean;
	apiAccess: boolean;
}

const CACHE_MAX = 50_000;

/** Turns a presented credential into a caller. A warm check touches no database. */
export class Authenticator {
	private readonly resources: GateResources;
	private readonly cache = new Map<string, Identity>();

	constructor(resources: GateResources) {
		this.resources = resources;
	}

	/** @throws unauthenticated, or forbidden where the credential is genuine but may not be used */
	async authenticate(presented: Presented, address: string): Promise<Caller> {
		if (presented.kind === "none")
			throw unauthenticated("no_credential", "A credential is required.");
		const identity =
			this.warm(presented) ?? (await this.cold(presented, address));
		refuseUnusable(identity, address, this.resources.clock.nowMs());
		return identity.caller;
	}

	/** A cached identity, while it is known that nothing about it was revoked. */
	private warm(presented: Presented): Identity | undefined {
		if (presented.kind !== "token" || !this.resources.fresh()) return undefined;
		const identity = this.cache.get(cacheKey(presented.token));
		if (!identity) return undefined;
		const { home } = identity.caller;
		const accounts =
			home.parentId === null ? [home.id] : [home.id, home.parentId];
		return this.resources.epochs.holds(identity.stamp, accounts)
			? identity
			: undefined;
	}

	private async cold(presented: Presented, address: string): Promise<Identity> {
		await this.resources.refuseGuessing(address);
		const stamp = this.resources.epochs.stamp();
		const identity = await this.identify(presented, stamp);
		if (!identity) {
			await this.resources.countFailure(address);
			throw unauthenticated(
				"invalid_credential",
				"The credential is not valid.",
			);
		}
		if (presented.kind === "token")
			this.remember(cacheKey(presented.token), identity);
		return identity;
	}

	private async identify(
		presented: Presented,
		stamp: number,
	): Promise<Identity | undefined> {
		if (presented.kind === "setup_key")
			return identifySetupKey(this.resources, presented.key, stamp);
		if (presented.kind !== "token") return undefined;
		const found = await findSecret(this.resources, presented.publicId);
		if (!found || !secretMatches(this.resources.pepper, found, presented.token))
			return undefined;
		return loadIdentity(this.resources, found, stamp);
	}

	/** Oldest out first: a flood of valid credentials costs look-ups, never memory. */
	private remember(key: string, identity: Identity): void {
		this.cache.delete(key);
		this.cache.set(key, identity);
		if (this.cache.size > CACHE_MAX) {
			const oldest = this.cache.keys().next().value;
			if (oldest !== undefined) this.cache.delete(oldest);
		}
	}
}

/** The cache never holds a credential itself. */
function cacheKey(token: string): string {
	return hash("sha256", token, "base64");
}

interface FoundSecret {
	account_id: string;
	credential_id: string;
	secret_hash: Buffer;
	pepper_version: number;
	valid_until: Date | null;
}

async function findSecret(
	resources: GateResources,
	publicId: string,
): Promise<FoundSecret | undefined> {
	const rows = await resources.database
		.reader([])
		.query<FoundSecret>(sql`select * from find_secret(${publicId})`);
	return rows[0];
}

function secretMatches(
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

async function loadIdentity(
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
		allowedAddresses: row.allowed_addresses,
		blocked: row.user_id !== null && row.user_blocked,
		pending: row.user_id !== null && row.user_status === "pending",
		apiAccess:
			row.user_id === null || row.user_kind === "service" || row.api_access,
	};
}

/** A genuine credential may still be off, past its time, at the wrong address, or its user kept out. */
function refuseUnusable(
	identity: Identity,
	address: string,
	nowMs: number,
): void {
	if (!identity.enabled)
		throw unauthenticated("credential_disabled", "The credential is disabled.");
	if (nowMs >= identity.validUntilMs)
		throw unauthenticated("credential_expired", "The credential has expired.");
	if (
		identity.allowedAddresses.length > 0 &&
		!addressAllowed(identity.allowedAddresses, address)
	) {
		throw forbidden(
			"address_not_allowed",
			"This credential may not be used from this address.",
		);
	}
	if (identity.blocked)
		throw forbidden("user_blocked", "The user of this credential is blocked.");
	if (identity.pending)
		throw forbidden(
			"user_pending",
			"The user of this credential awaits approval.",
		);
	if (!identity.apiAccess)
		throw forbidden(
			"api_access_off",
			"API access is off for this user; an administrator can turn it on.",
		);
}
