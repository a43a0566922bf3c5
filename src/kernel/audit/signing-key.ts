import {
	createPrivateKey,
	createPublicKey,
	generateKeyPairSync,
	type KeyObject,
	randomBytes,
	sign,
} from "node:crypto";
import {
	closeSync,
	existsSync,
	fsyncSync,
	linkSync,
	openSync,
	readFileSync,
	rmSync,
	statSync,
	writeSync,
} from "node:fs";
import { parseVerifyingKey, type VerifyingKey } from "./verifying-key.ts";

/**
 * What signs checkpoints. It is kept outside the database, so whoever can rewrite the log there cannot sign the
 * rewritten one.
 */
export interface SigningKey {
	readonly public: VerifyingKey;
	sign(message: Buffer): Buffer;
}

/** The name of the key's file in the data directory. */
export const signingKeyFile = "audit-signing.key";

/** Reads the key's file, making it on first use, readable by its owner alone. @throws naming the file and the rule */
export function loadSigningKeyFile(path: string): SigningKey {
	if (!existsSync(path)) createKeyFile(path);
	// The mode means nothing on Windows, and there alone is `process.getuid` absent.
	if (process.getuid && (statSync(path).mode & 0o077) !== 0)
		throw new Error(
			`${path} is open to others: make it readable by its owner alone (chmod 600)`,
		);
	return parseSigningKey(readFileSync(path, "utf8"));
}

/**
 * Reads an Ed25519 private key as PKCS #8: PEM, or its base64 in one line, as `REEVE_AUDIT_KEY` carries it.
 * @throws naming the rule, never the value
 */
export function parseSigningKey(text: string): SigningKey {
	const key = readPrivateKey(text.trim());
	if (key.asymmetricKeyType !== "ed25519")
		throw new Error("the audit signing key must be an Ed25519 key");
	const publicPem = createPublicKey(key).export({
		type: "spki",
		format: "pem",
	});
	return {
		public: parseVerifyingKey(publicPem.toString()),
		sign: (message) => sign(undefined, message, key),
	};
}

function readPrivateKey(text: string): KeyObject {
	try {
		return text.startsWith("-----")
			? createPrivateKey(text)
			: createPrivateKey({
					key: Buffer.from(text, "base64"),
					format: "der",
					type: "pkcs8",
				});
	} catch {
		// The reason is left out: it may quote the key.
		throw new Error(
			"the audit signing key must be a PKCS #8 private key, as PEM or as base64",
		);
	}
}

/** Of two servers starting at once one makes the file, and neither ever reads half of it. */
function createKeyFile(path: string): void {
	const { privateKey } = generateKeyPairSync("ed25519");
	const made = `${path}.${randomBytes(6).toString("hex")}`;
	const file = openSync(made, "wx", 0o600);
	try {
		writeSync(
			file,
			privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
		);
		fsyncSync(file);
		linkSync(made, path);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
	} finally {
		closeSync(file);
		rmSync(made, { force: true });
	}
}
