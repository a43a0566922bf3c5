import type { Handle } from "../../db/index.ts";
import type { Pepper } from "../../kernel/credentials/pepper.ts";
import type { Person } from "./factor.ts";
import { insertPasskey, passkeysOf } from "./passkey-factors.ts";
import type {
	PasskeyCreated,
	PasskeyCreationOptions,
} from "./passkey-messages.ts";
import type { RelyingParty } from "./relying-party.ts";
import { webauthn } from "./webauthn.ts";

/** How long the browser lets the person look for their key, in milliseconds. */
export const PASSKEY_TIMEOUT_MS = 300_000;

/** What the browser needs to make a passkey: one that names its user, so that it can sign in alone, where it can. */
export async function creationOptions(
	db: Handle,
	pepper: Pepper,
	person: Person & { name: string; email: string },
	party: RelyingParty,
): Promise<PasskeyCreationOptions> {
	const { generateRegistrationOptions } = await webauthn();
	const has = await passkeysOf(db, person);
	const { extensions, hints, ...options } = await generateRegistrationOptions({
		rpID: party.id,
		rpName: party.name,
		userID: userHandle(pepper, person),
		userName: person.email,
		userDisplayName: person.name,
		timeout: PASSKEY_TIMEOUT_MS,
		attestationType: "none",
		excludeCredentials: has.map(({ passkeyId: id, transports }) => ({
			id,
			transports,
		})),
		authenticatorSelection: {
			residentKey: "preferred",
			userVerification: "preferred",
		},
	});
	return options as PasskeyCreationOptions;
}

/**
 * The name under which an authenticator files a person, which must say nothing about them (WebAuthn §14.6.1). It
 * differs from server to server, so that one at another port of the same host takes no other's place.
 */
function userHandle(
	pepper: Pepper,
	{ accountId, userId }: Person,
): Uint8Array<ArrayBuffer> {
	return new Uint8Array(pepper.hash(`passkey_user:${accountId}:${userId}`));
}

/**
 * Stores a passkey that the browser made for this challenge at this origin. Answers its id, or that it is not that,
 * or that somebody has it already.
 */
export async function registerPasskey(
	db: Handle,
	person: Person,
	{
		response,
		challenge,
		party,
		name,
		now,
	}: {
		response: PasskeyCreated;
		challenge: string;
		party: RelyingParty;
		name: string;
		now: Date;
	},
): Promise<{ id: string } | { refused: "wrong" | "taken" }> {
	const { verifyRegistrationResponse } = await webauthn();
	let made: Awaited<ReturnType<typeof verifyRegistrationResponse>>;
	try {
		made = await verifyRegistrationResponse({
			response: { clientExtensionResults: {}, ...response } as Parameters<
				typeof verifyRegistrationResponse
			>[0]["response"],
			expectedChallenge: challenge,
			expectedOrigin: party.origin,
			expectedRPID: party.id,
			// As a second step a touch is enough; to sign in alone the person is verified then.
			requireUserVerification: false,
		});
	} catch {
		return { refused: "wrong" };
	}
	if (!made.verified) return { refused: "wrong" };
	const { credential, credentialBackedUp } = made.registrationInfo;
	const id = await insertPasskey(
		db,
		person,
		{
			name,
			passkeyId: credential.id,
			publicKey: Buffer.from(credential.publicKey),
			counter: credential.counter,
			transports: credential.transports ?? [],
			backedUp: credentialBackedUp,
		},
		now,
	);
	return id === undefined ? { refused: "taken" } : { id };
}
