import {
	createCipheriv,
	createDecipheriv,
	hkdfSync,
	randomBytes,
} from "node:crypto";
import type { Pepper } from "./pepper.ts";

/**
 * Some secrets must be read again (what TOTP codes are made from, the client secret of an identity provider), so no
 * hash of them will do. They are sealed with AES-256-GCM under a key that follows from the pepper: a copy of the
 * database alone opens none of them. The purpose says what a secret is and whose, and is sealed in with it, so a
 * sealed secret that was moved to another row or another column opens no more.
 */
export interface SealedSecret {
	/** Nonce, ciphertext and tag in one. */
	sealed: Buffer;
	pepperVersion: number;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** Seals a text under the newest pepper. */
export function sealSecret(
	pepper: Pepper,
	purpose: string,
	text: string,
): SealedSecret {
	const pepperVersion = pepper.version;
	const nonce = randomBytes(NONCE_BYTES);
	const cipher = createCipheriv(
		"aes-256-gcm",
		keyFor(pepper, purpose, pepperVersion),
		nonce,
	);
	cipher.setAAD(Buffer.from(purpose));
	const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
	const sealed = Buffer.concat([nonce, body, cipher.getAuthTag()]);
	return { sealed, pepperVersion };
}

/**
 * Opens what was sealed for the same purpose.
 * @throws a plain error, for the log alone: the pepper's version is missing, or what was sealed was changed or moved
 */
export function openSecret(
	pepper: Pepper,
	purpose: string,
	sealed: Buffer,
	pepperVersion: number,
): string {
	if (sealed.length < NONCE_BYTES + TAG_BYTES) throw notOpened(purpose);
	const nonce = sealed.subarray(0, NONCE_BYTES);
	const body = sealed.subarray(NONCE_BYTES, -TAG_BYTES);
	const key = keyFor(pepper, purpose, pepperVersion);
	const decipher = createDecipheriv("aes-256-gcm", key, nonce, {
		authTagLength: TAG_BYTES,
	});
	decipher.setAAD(Buffer.from(purpose));
	decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
	try {
		return Buffer.concat([decipher.update(body), decipher.final()]).toString();
	} catch (cause) {
		throw notOpened(purpose, cause);
	}
}

function notOpened(purpose: string, cause?: unknown): Error {
	return new Error(
		`a sealed secret (${purpose}) does not open: it was changed, moved, or sealed under another pepper of the same version`,
		{ cause },
	);
}

/** RFC 5869. The pepper never leaves its object, so the key starts from its hash of a label and the purpose. */
function keyFor(pepper: Pepper, purpose: string, version: number): Buffer {
	const material = pepper.hash(`secret-box:${purpose}`, version);
	return Buffer.from(
		hkdfSync("sha256", material, "", `reeve/secret-box/${purpose}`, KEY_BYTES),
	);
}
