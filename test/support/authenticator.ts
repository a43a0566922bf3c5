import {
	createHash,
	createSign,
	generateKeyPairSync,
	type KeyObject,
	randomBytes,
} from "node:crypto";

/**
 * An authenticator in software: it keeps P-256 keys and answers as a browser with a security key does (WebAuthn
 * level 3 §6, attestation "none"). What it says can be bent, as a hostile one would.
 */
export interface SoftAuthenticator {
	/** Answers `navigator.credentials.create` in JSON. */
	create(
		options: CreationOptions,
		origin: string,
		bent?: Bent,
	): CreatedCredential;
	/** Answers `navigator.credentials.get` in JSON, with the first key that is allowed, or any that it has for the host. */
	get(options: RequestOptions, origin: string, bent?: Bent): UsedCredential;
}

interface CreationOptions {
	rp: { id: string };
	user: { id: string };
	challenge: string;
	excludeCredentials: { id: string }[];
}

interface RequestOptions {
	rpId: string;
	challenge: string;
	allowCredentials: { id: string }[];
}

export interface Bent {
	challenge?: string;
	rpId?: string;
	/** Whether the person was verified, by a PIN or a finger; yes unless said. */
	verified?: boolean;
	/** Whether the person touched it; yes unless said. */
	present?: boolean;
	/** The count it claims, in place of one more than before. */
	counter?: number;
	/** The name it gives the new passkey, in place of a random one. */
	id?: string;
	/** The type it claims in place of its own. */
	type?: string;
}

interface Credential {
	id: string;
	rawId: string;
	type: "public-key";
	authenticatorAttachment: string;
	clientExtensionResults: object;
}

export interface CreatedCredential extends Credential {
	response: {
		clientDataJSON: string;
		attestationObject: string;
		transports: string[];
	};
}

export interface UsedCredential extends Credential {
	response: {
		clientDataJSON: string;
		authenticatorData: string;
		signature: string;
		userHandle: string;
	};
}

interface Key {
	id: string;
	rpId: string;
	userHandle: string;
	privateKey: KeyObject;
	counter: number;
}

const base64url = (bytes: Buffer) => bytes.toString("base64url");

/** @param counts whether it counts its uses; many do not, and say 0 for ever */
export function softAuthenticator(counts = true): SoftAuthenticator {
	const keys: Key[] = [];
	return {
		create(options, origin, bent = {}) {
			if (options.excludeCredentials.some(({ id }) => find(keys, id)))
				throw new Error("InvalidStateError: it has a passkey here already");
			const { privateKey, publicKey } = generateKeyPairSync("ec", {
				namedCurve: "P-256",
			});
			const id = bent.id ?? base64url(randomBytes(16));
			const rpId = options.rp.id;
			const key = { id, rpId, userHandle: options.user.id, privateKey };
			keys.push({ ...key, counter: 0 });
			const data = authenticatorData(bent.rpId ?? rpId, 0, bent, {
				id: Buffer.from(id, "base64url"),
				publicKey,
			});
			return {
				...credential(id),
				response: {
					clientDataJSON: base64url(
						clientData("webauthn.create", options.challenge, origin, bent),
					),
					attestationObject: base64url(attestationObject(data)),
					transports: ["usb"],
				},
			};
		},
		get(options, origin, bent = {}) {
			const allowed = options.allowCredentials.map(({ id }) => id);
			const key = keys.find(
				({ id, rpId }) =>
					rpId === options.rpId &&
					(allowed.length === 0 || allowed.includes(id)),
			);
			if (!key) throw new Error("NotAllowedError: it has no such passkey");
			if (counts) key.counter++;
			const data = authenticatorData(
				bent.rpId ?? key.rpId,
				bent.counter ?? key.counter,
				bent,
			);
			const client = clientData(
				"webauthn.get",
				options.challenge,
				origin,
				bent,
			);
			const signature = createSign("sha256")
				.update(data)
				.update(sha256(client))
				.sign(key.privateKey);
			return {
				...credential(key.id),
				response: {
					clientDataJSON: base64url(client),
					authenticatorData: base64url(data),
					signature: base64url(signature),
					userHandle: key.userHandle,
				},
			};
		},
	};
}

function find(keys: readonly Key[], wanted: string): Key | undefined {
	return keys.find(({ id }) => id === wanted);
}

function credential(id: string): Credential {
	return {
		id,
		rawId: id,
		type: "public-key",
		authenticatorAttachment: "cross-platform",
		clientExtensionResults: {},
	};
}

function clientData(
	type: string,
	challenge: string,
	origin: string,
	bent: Bent,
): Buffer {
	return Buffer.from(
		JSON.stringify({
			type: bent.type ?? type,
			challenge: bent.challenge ?? challenge,
			origin,
			crossOrigin: false,
		}),
	);
}

const PRESENT = 0x01;
const VERIFIED = 0x04;
const ATTESTED = 0x40;

/** WebAuthn §6.1: hash of the relying party, flags, counter, and for a new key the key itself. */
function authenticatorData(
	rpId: string,
	counter: number,
	{ verified = true, present = true }: Bent,
	made?: { id: Buffer; publicKey: KeyObject },
): Buffer {
	const flags =
		(present ? PRESENT : 0) | (verified ? VERIFIED : 0) | (made ? ATTESTED : 0);
	const head = Buffer.alloc(5);
	head.writeUInt8(flags, 0);
	head.writeUInt32BE(counter, 1);
	const parts = [sha256(Buffer.from(rpId)), head];
	if (made) {
		const aaguid = Buffer.alloc(16);
		const length = Buffer.alloc(2);
		length.writeUInt16BE(made.id.length);
		parts.push(aaguid, length, made.id, coseKey(made.publicKey));
	}
	return Buffer.concat(parts);
}

/** RFC 9053 §7.1.1 in CBOR: kty 2 (EC2), alg -7 (ES256), crv 1 (P-256), x, y. */
function coseKey(publicKey: KeyObject): Buffer {
	const { x = "", y = "" } = publicKey.export({ format: "jwk" });
	return Buffer.concat([
		Buffer.from("a5010203262001215820", "hex"),
		Buffer.from(x, "base64url"),
		Buffer.from("225820", "hex"),
		Buffer.from(y, "base64url"),
	]);
}

/** CBOR of `{fmt: "none", attStmt: {}, authData}`. */
function attestationObject(data: Buffer): Buffer {
	const text = (word: string) =>
		Buffer.concat([Buffer.of(0x60 + word.length), Buffer.from(word)]);
	const length = Buffer.alloc(3);
	length.writeUInt8(0x59, 0);
	length.writeUInt16BE(data.length, 1);
	return Buffer.concat([
		Buffer.of(0xa3),
		text("fmt"),
		text("none"),
		text("attStmt"),
		Buffer.of(0xa0),
		text("authData"),
		length,
		data,
	]);
}

function sha256(bytes: Buffer): Buffer {
	return createHash("sha256").update(bytes).digest();
}
