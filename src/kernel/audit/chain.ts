import { createHash } from "node:crypto";
import { canonicalJson } from "./canonical.ts";
import type { StoredEvent } from "./stored-event.ts";

/** What comes before the first event of an account. */
export const genesisHash: Buffer = Buffer.alloc(32);

/**
 * The hash that takes an event into its account's chain: SHA-256 over the 32 bytes of the hash before it and the
 * UTF-8 bytes of the event's canonical JSON. Whoever changes an event changes every hash from there on.
 */
export function chainHash(previous: Buffer, event: StoredEvent): Buffer {
	return createHash("sha256")
		.update(previous)
		.update(canonicalJson(event), "utf8")
		.digest();
}
