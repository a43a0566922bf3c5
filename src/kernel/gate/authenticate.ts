import { hash } from "node:crypto";
import type { Caller } from "../caller.ts";
import type { Presented } from "../credentials/presented.ts";
import { forbidden, unauthenticated } from "../errors.ts";
import { addressAllowed } from "./address.ts";
import type { GateResources } from "./gate-resources.ts";
import { identifySetupKey } from "./identify-setup-key.ts";
import {
	findSecret,
	type Identity,
	loadIdentity,
	secretMatches,
} from "./load-identity.ts";
import { reviewSession } from "./review-session.ts";
import { keepSessionAlive } from "./session-idleness.ts";

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
		if (presented.kind === "session" && !presented.background)
			keepSessionAlive(this.resources, identity);
		return identity.caller;
	}

	/** A cached identity, while it is known that nothing about it was revoked. */
	private warm(presented: Presented): Identity | undefined {
		if (!isCacheable(presented) || !this.resources.fresh()) return undefined;
		const identity = this.cache.get(cacheKey(presented.token));
		if (!identity) return undefined;
		// Another process may have heard of a session that was idle here.
		const nowMs = this.resources.clock.nowMs();
		const idle = nowMs >= identity.validUntilMs;
		if (idle && presented.kind === "session") return undefined;
		if (nowMs >= identity.reviewAtMs) return undefined;
		const { home } = identity.caller;
		const accounts =
			home.parentId === null ? [home.id] : [home.id, home.parentId];
		return this.resources.epochs.holds(identity.stamp, accounts)
			? identity
			: undefined;
	}

	/**
	 * What was genuine a moment ago is no guess: a colleague's failures at the same address do not stop it from being
	 * looked up again.
	 */
	private async cold(presented: Presented, address: string): Promise<Identity> {
		const key = isCacheable(presented) ? cacheKey(presented.token) : undefined;
		if (key === undefined || !this.cache.has(key))
			await this.resources.refuseGuessing(address);
		const stamp = this.resources.epochs.stamp();
		const identity = await this.identify(presented, stamp);
		if (!identity) {
			if (key !== undefined) this.cache.delete(key);
			await this.resources.countFailure(address);
			throw unauthenticated(
				"invalid_credential",
				"The credential is not valid.",
			);
		}
		if (key !== undefined) this.remember(key, identity);
		return identity;
	}

	private async identify(
		presented: Presented,
		stamp: number,
	): Promise<Identity | undefined> {
		if (presented.kind === "setup_key")
			return identifySetupKey(this.resources, presented.key, stamp);
		if (!isCacheable(presented)) return undefined;
		const found = await findSecret(this.resources, presented.publicId);
		if (!found || !secretMatches(this.resources.pepper, found, presented.token))
			return undefined;
		const identity = await loadIdentity(this.resources, found, stamp);
		const isSession = identity?.caller.credential.kind === "session";
		if (isSession !== (presented.kind === "session")) return undefined;
		return identity && isSession
			? reviewSession(this.resources, identity)
			: identity;
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

function isCacheable(
	presented: Presented,
): presented is Extract<Presented, { token: string }> {
	return presented.kind === "token" || presented.kind === "session";
}

/** The cache never holds a credential itself. */
function cacheKey(token: string): string {
	return hash("sha256", token, "base64");
}

/** A genuine credential may still be off, past its time, at the wrong address, or its user kept out. */
function refuseUnusable(
	identity: Identity,
	address: string,
	nowMs: number,
): void {
	if (!identity.enabled)
		throw unauthenticated("credential_disabled", "The credential is disabled.");
	if (
		nowMs >= identity.validUntilMs &&
		identity.caller.credential.kind === "session"
	)
		throw unauthenticated(
			"session_ended",
			"The session has ended; sign in again.",
		);
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
