import { createHash, createPublicKey, verify } from "node:crypto";

/** The public half of a key that signs checkpoints: Ed25519, 32 bytes. */
export interface VerifyingKey {
	/** First 16 hex digits of the SHA-256 of the 32 bytes. */
	readonly id: string;
	readonly bytes: Buffer;
	verifies(message: Buffer, signature: Buffer): boolean;
}

/** @throws when the bytes are not an Ed25519 public key */
export function verifyingKey(bytes: Buffer): VerifyingKey {
	if (bytes.length !== 32)
		throw new Error("an Ed25519 public key has 32 bytes");
	const key = createPublicKey({
		key: { kty: "OKP", crv: "Ed25519", x: bytes.toString("base64url") },
		format: "jwk",
	});
	return {
		id: createHash("sha256").update(bytes).digest("hex").slice(0, 16),
		bytes,
		verifies: (message, signature) =>
			verify(undefined, message, key, signature),
	};
}

/** Reads a public key as PEM, or as the base64 of its 32 bytes. @throws naming the rule */
export function parseVerifyingKey(text: string): VerifyingKey {
	const trimmed = text.trim();
	if (!trimmed.startsWith("-----"))
		return verifyingKey(Buffer.from(trimmed, "base64"));
	const { x, crv } = createPublicKey(trimmed).export({ format: "jwk" });
	if (crv !== "Ed25519" || x === undefined)
		throw new Error("the key that signs checkpoints must be an Ed25519 key");
	return verifyingKey(Buffer.from(x, "base64url"));
}
