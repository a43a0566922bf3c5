import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";

/**
 * Secrets are stored as HMAC-SHA-256 under a key kept outside the database, so a copy of the database alone opens
 * nothing. Peppers have versions: a new one serves new secrets while old ones still verify.
 */
export interface Pepper {
	/** The version new hashes are made with. */
	readonly version: number;
	/** Every version this server knows, newest first: what a secret without a note of its own may be stored under. */
	readonly versions: readonly number[];
	/** @throws when the version is unknown to this server */
	hash(secret: string, version?: number): Buffer;
}

export function createPepper(keys: ReadonlyMap<number, Buffer>): Pepper {
	const versions = [...keys.keys()].sort((a, b) => b - a);
	const [version] = versions;
	if (version === undefined) throw new Error("the pepper is empty");
	return {
		version,
		versions,
		hash(secret, wanted = version) {
			const key = keys.get(wanted);
			if (!key)
				throw new Error(`pepper version ${wanted} is missing from this server`);
			return createHmac("sha256", key).update(secret).digest();
		},
	};
}

/** Constant time; false when the lengths differ. */
export function sameHash(a: Buffer, b: Buffer): boolean {
	return a.length === b.length && timingSafeEqual(a, b);
}

/** One `version:hex` a line. Made on first use, readable by its owner alone. */
export function loadPepperFile(path: string): Pepper {
	return createPepper(parsePepper(readOrCreate(path)));
}

/** Reads `1:hex,2:hex` or one a line, as `REEVE_PEPPER` carries it. @throws naming the rule, never the value */
export function parsePepper(text: string): Map<number, Buffer> {
	const keys = new Map<number, Buffer>();
	for (const line of text.split(/[\n,]/).map((part) => part.trim())) {
		if (line === "") continue;
		const match = /^(\d{1,6}):([0-9a-f]{64,})$/i.exec(line);
		if (!match)
			throw new Error(
				"a pepper line must read version:hex, with 32 bytes of hex or more",
			);
		keys.set(Number(match[1]), Buffer.from(match[2] as string, "hex"));
	}
	if (keys.size === 0) throw new Error("the pepper is empty");
	return keys;
}

function readOrCreate(path: string): string {
	try {
		// Exclusive creation: of two servers starting at once, one makes the file and both read the same.
		writeFileSync(path, `1:${randomBytes(32).toString("hex")}\n`, {
			flag: "wx",
			mode: 0o600,
		});
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
	}
	return readFileSync(path, "utf8");
}
