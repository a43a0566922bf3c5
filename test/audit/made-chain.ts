import fc from "fast-check";
import { chainHash, genesisHash } from "../../src/kernel/audit/chain.ts";
import type { Seal } from "../../src/kernel/audit/chain-report.ts";
import {
	type Checkpoint,
	signCheckpoint,
} from "../../src/kernel/audit/checkpoint.ts";
import type { SigningKey } from "../../src/kernel/audit/signing-key.ts";
import type { StoredEvent } from "../../src/kernel/audit/stored-event.ts";

export interface MadeChain {
	events: StoredEvent[];
	seals: Seal[];
	checkpoints: Checkpoint[];
}

const id = fc.bigInt({ min: 1n, max: 2n ** 62n }).map(String);
const json = fc.jsonValue({ maxDepth: 3 });
const time = fc
	.date({
		min: new Date("2025-01-01"),
		max: new Date("2027-01-01"),
		noInvalidDate: true,
	})
	.map((date) => date.toISOString().replace("Z", "000Z"));

/** Events as the log may hold them, of one account. */
export const someEvents: fc.Arbitrary<StoredEvent[]> = fc.uniqueArray(
	fc.record<StoredEvent>({
		account_id: fc.constant("1000001"),
		id,
		at: time,
		actor_kind: fc.constantFrom("user", "service_user", "api", "system"),
		actor_id: fc.option(id),
		actor_account_id: fc.option(id),
		actor_name: fc.string({ unit: "grapheme" }),
		actor_email: fc.string(),
		credential_id: fc.option(id),
		surface: fc.constantFrom("rest", "umbrella", "opmanager", "netbird"),
		operation: fc.string(),
		outcome: fc.constantFrom("done", "refused"),
		target_type: fc.string(),
		target_id: fc.option(id),
		target_name: fc.string({ unit: "grapheme" }),
		before: json,
		after: json,
		reason: fc.string({ unit: "binary" }),
		address: fc.string(),
		user_agent: fc.string(),
		request_id: fc.string(),
	}),
	{ selector: (event) => event.id, minLength: 2, maxLength: 12 },
);

export function sealAll(events: readonly StoredEvent[]): Seal[] {
	let hash = genesisHash;
	return events.map((event, index) => {
		hash = chainHash(hash, event);
		return {
			sequence: index + 1,
			event_id: event.id,
			hash: hash.toString("hex"),
		};
	});
}

/** A chain as a sealer makes it, signed at its end and at its middle. */
export function makeChain(
	events: readonly StoredEvent[],
	key: SigningKey,
): MadeChain {
	const seals = sealAll(events);
	const signed = [seals[seals.length >> 1], seals.at(-1)] as Seal[];
	return {
		events: [...events],
		seals,
		checkpoints: signed.map(({ sequence, hash }) =>
			signCheckpoint(
				{ account_id: "1000001", sequence, hash },
				new Date("2027-01-01"),
				key,
			),
		),
	};
}
