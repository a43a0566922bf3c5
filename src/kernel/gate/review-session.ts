import type { GateResources } from "./gate-resources.ts";
import type { Identity } from "./load-identity.ts";

/** How long what a session opens is taken for granted where no revocation tells of a change. */
const REVIEW_MS = 60_000;

/**
 * A session that was just read from the database, with what it opens now: a second factor may have come to be demanded
 * since the sign-in. Grants, memberships, roles and settings bring that about, in several accounts; not all of them
 * void what is known of the session, so it is read anew once a minute.
 */
export async function reviewSession(
	{ sessionAccess, clock }: GateResources,
	identity: Identity,
): Promise<Identity> {
	const { caller } = identity;
	const { credential, user, home } = caller;
	if (credential.access.type !== "all" || !user) return identity;
	const reviewAtMs = clock.nowMs() + REVIEW_MS;
	const access = await sessionAccess({
		accountId: home.id,
		userId: user.id,
		credentialId: credential.id,
	});
	return {
		...identity,
		reviewAtMs,
		caller: { ...caller, credential: { ...credential, access } },
	};
}
