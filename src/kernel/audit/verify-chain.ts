import { ChainCheck, type ChainCheckOptions } from "./chain-check.ts";
import type { ChainReport, Seal } from "./chain-report.ts";
import type { Checkpoint } from "./checkpoint.ts";
import type { StoredEvent } from "./stored-event.ts";
import type { VerifyingKey } from "./verifying-key.ts";

/**
 * Checks one account's chain that is at hand as a whole: `seals` in the order of the chain, `events` in any. Detects a
 * changed, removed, inserted or moved event, an end cut off below a signature, and a forged signature.
 */
export function verifyChain(
	events: readonly StoredEvent[],
	seals: readonly Seal[],
	checkpoints: readonly Checkpoint[],
	keys: readonly VerifyingKey[],
	options: Pick<ChainCheckOptions, "previous" | "readAt"> = {},
): ChainReport {
	const check = new ChainCheck({ ...options, keys, checkpoints });
	const byId = new Map(events.map((event) => [event.id, event]));
	for (const seal of seals) {
		check.sealed(seal, byId.get(seal.event_id));
		byId.delete(seal.event_id);
	}
	for (const event of byId.values()) check.unsealed(event);
	return check.finish();
}
