import { randomBytes } from "node:crypto";
import { crc32 } from "node:zlib";
import type { CredentialKind } from "../caller.ts";

/**
 * The one format of every credential but setup keys:
 * `rv<kind>_` + 12-character public id + 32-character secret + 6-character CRC-32, all base62.
 * The prefix and the checksum make a leaked key findable and a mistyped one refusable without a query; the public id
 * makes the lookup indexed and is what lists show. Cut after the public id it is a user name and a password.
 */
const ALPHABET =
	"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const PUBLIC_LENGTH = 12;
const SECRET_LENGTH = 32;
const CHECK_LENGTH = 6;
const PREFIX_LENGTH = 4;

/** Letter of each kind in the prefix. Setup keys keep their UUID form: agents parse it. */
const letters = {
	personal: "p",
	service: "s",
	api: "k",
	mcp: "m",
	organization: "o",
	network_device: "n",
	probe: "b",
	endpoint: "e",
	session: "w",
} as const satisfies Record<
	Exclude<CredentialKind, "setup_key" | "system">,
	string
>;

export type IssuedKind = keyof typeof letters;

const FORM = new RegExp(
	`^(rv[${Object.values(letters).join("")}]_[0-9A-Za-z]{${PUBLIC_LENGTH}})([0-9A-Za-z]{${SECRET_LENGTH}})([0-9A-Za-z]{${CHECK_LENGTH}})$`,
);

export interface MintedSecret {
	/** Prefix and public id: the user name of the pair, shown in lists. */
	publicId: string;
	/** The whole credential, as `apikey`, `Token` and `Bearer` send it. */
	token: string;
	/** Secret and checksum: the password of the pair. */
	secret: string;
}

/** Makes a credential from the system's random source. */
export function mintSecret(kind: IssuedKind): MintedSecret {
	const publicId = `rv${letters[kind]}_${randomText(PUBLIC_LENGTH)}`;
	const body = publicId + randomText(SECRET_LENGTH);
	const token = body + checksum(body);
	return { publicId, token, secret: token.slice(publicId.length) };
}

export interface ParsedToken {
	publicId: string;
	token: string;
}

/** Reads a token; undefined when its form or checksum is wrong, which costs no query. */
export function parseToken(token: string): ParsedToken | undefined {
	const match = FORM.exec(token);
	if (!match) return undefined;
	const publicId = match[1] as string;
	const body = token.slice(0, PREFIX_LENGTH + PUBLIC_LENGTH + SECRET_LENGTH);
	return checksum(body) === match[3] ? { publicId, token } : undefined;
}

/** Whether a public id is that of a session, which travels in a cookie and nowhere else. */
export function isSessionId(publicId: string): boolean {
	return publicId.startsWith(`rv${letters.session}_`);
}

/** What a list may show of a credential: its public id, and dots for the rest. */
export function maskToken(publicId: string): string {
	return `${publicId}…`;
}

function checksum(text: string): string {
	let rest = crc32(text);
	let out = "";
	for (let i = 0; i < CHECK_LENGTH; i++) {
		out = ALPHABET[rest % 62] + out;
		rest = Math.floor(rest / 62);
	}
	return out;
}

/** Uniform base62 text from the system's random source: bytes past the largest multiple of 62 are thrown away. */
export function randomText(length: number): string {
	let out = "";
	while (out.length < length) {
		for (const byte of randomBytes(length)) {
			if (byte < 248 && out.length < length) out += ALPHABET[byte % 62];
		}
	}
	return out;
}

const SECRET_TEXT =
	/(\brv[a-z]_[0-9A-Za-z_-]{12})[0-9A-Za-z_-]{8,}|(\b[a-z]{2,4}_[0-9A-Za-z]{12})[0-9A-Za-z]{8,}|\b([0-9A-Fa-f]{5})[0-9A-Fa-f]{3}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\b/g;

/** Text without the secret part of any credential, link or setup key in it: callers put them in odd places. */
export function scrubSecrets(text: string): string {
	return text.replace(
		SECRET_TEXT,
		(_whole, ours, id, prefix) => `${ours ?? id ?? prefix}…`,
	);
}
