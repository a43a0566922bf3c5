import { sql } from "../../db/index.ts";
import type { GateResources } from "./gate-resources.ts";
import type { Identity } from "./load-identity.ts";

/** A session's end of idleness is written at most this often: every call would be a write otherwise. */
const STEP_MS_MAX = 60_000;

/**
 * Moves a session's end of idleness forward, for its person has just used it. The call that used it does not wait; where the
 * write fails, the next call tries again.
 */
export function keepSessionAlive(
	resources: GateResources,
	identity: Identity,
): void {
	const { clock, sessions, background, database } = resources;
	const nowMs = clock.nowMs();
	const wantedMs = Math.min(nowMs + sessions.idleMs, identity.expiresAtMs);
	const step = Math.min(STEP_MS_MAX, sessions.idleMs / 10);
	if (wantedMs - identity.validUntilMs < step) return;
	const formerMs = identity.validUntilMs;
	// At once, so that the calls that come meanwhile write nothing.
	identity.validUntilMs = wantedMs;
	const { home, credential } = identity.caller;
	background.run(async () => {
		try {
			await database.transaction([home.id], (tx) =>
				tx.query(sql`update credential_secrets set valid_until = greatest(valid_until, ${new Date(wantedMs)})
					where account_id = ${home.id} and credential_id = ${credential.id} and valid_until > ${new Date(nowMs)}`),
			);
		} catch (error) {
			identity.validUntilMs = formerMs;
			throw error;
		}
	});
}
