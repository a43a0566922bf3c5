import { canonicalJson } from "./canonical.ts";
import type { SigningKey } from "./signing-key.ts";
import type { VerifyingKey } from "./verifying-key.ts";

/** A signed statement: at this time the chain of this account was this long and ended in this hash. */
export interface Checkpoint {
	account_id: string;
	sequence: number;
	/** Hex of the chain's hash at `sequence`. */
	hash: string;
	/** UTC to the microsecond. */
	at: string;
	key_id: string;
	/** Base64 of an Ed25519 signature (RFC 8032) over the canonical JSON of all other fields and `form`. */
	signature: string;
}

export type ChainEnd = Pick<Checkpoint, "account_id" | "sequence" | "hash">;

export function signCheckpoint(
	end: ChainEnd,
	at: Date,
	key: SigningKey,
): Checkpoint {
	const { account_id, sequence, hash } = end;
	const unsigned = {
		account_id,
		sequence,
		hash,
		at: at.toISOString().replace("Z", "000Z"),
		key_id: key.public.id,
	};
	const signature = key.sign(signedBytes(unsigned)).toString("base64");
	return { ...unsigned, signature };
}

export function checkpointIsGenuine(
	checkpoint: Checkpoint,
	key: VerifyingKey,
): boolean {
	return key.verifies(
		signedBytes(checkpoint),
		Buffer.from(checkpoint.signature, "base64"),
	);
}

/** `form` keeps a signature made for something else from passing here. */
function signedBytes(checkpoint: Omit<Checkpoint, "signature">): Buffer {
	const { account_id, sequence, hash, at, key_id } = checkpoint;
	const form = "reeve audit checkpoint 1";
	return Buffer.from(
		canonicalJson({ form, account_id, sequence, hash, at, key_id }),
	);
}
