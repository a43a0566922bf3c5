import type { Handle } from "../../db/index.ts";
import type { Person } from "./factor.ts";
import { notePasskeyUse, passkeysOf } from "./passkey-factors.ts";
import type { PasskeyRequestOptions, PasskeyUsed } from "./passkey-messages.ts";
import { PASSKEY_TIMEOUT_MS } from "./register-passkey.ts";
import type { RelyingParty } from "./relying-party.ts";
import { webauthn } from "./webauthn.ts";

/**
 * What the browser needs to ask for a passkey: one of this person's, or, where nobody is known yet, any that it has
 * for this server. Then it stands for both factors, so the person must be verified, not merely present.
 */
export async function requestOptions(
	db: Handle,
	person: Person | undefined,
	party: RelyingParty,
): Promise<PasskeyRequestOptions> {
	const { generateAuthenticationOptions } = await webauthn();
	const has = person ? await passkeysOf(db, person) : [];
	const { extensions, ...options } = await generateAuthenticationOptions({
		rpID: party.id,
		allowCredentials: has.map(({ passkeyId: id, transports }) => ({
			id,
			transports,
		})),
		timeout: PASSKEY_TIMEOUT_MS,
		userVerification: person ? "preferred" : "required",
	});
	return options as PasskeyRequestOptions;
}

/**
 * Checks that one of the person's passkeys signed this challenge at this origin, and notes the use. Answers the
 * factor, or why not in the library's words, which are for the log. Whom the passkey names itself (`userHandle`) is
 * not looked at: its id is known here once and says whose it is.
 */
export async function verifyPasskey(
	db: Handle,
	person: Person,
	{
		response,
		challenge,
		party,
		alone,
		now,
	}: {
		response: PasskeyUsed;
		challenge: string;
		party: RelyingParty;
		/** Whether it stands for both factors. */
		alone: boolean;
		now: Date;
	},
): Promise<{ id: string; name: string } | { refused: unknown }> {
	const { verifyAuthenticationResponse } = await webauthn();
	const passkey = (await passkeysOf(db, person)).find(
		({ passkeyId }) => passkeyId === response.id,
	);
	if (!passkey) return { refused: "this passkey is not the person's" };
	const { id, name, passkeyId, publicKey, counter } = passkey;
	try {
		const { verified, authenticationInfo } = await verifyAuthenticationResponse(
			{
				response: { clientExtensionResults: {}, ...response } as Parameters<
					typeof verifyAuthenticationResponse
				>[0]["response"],
				expectedChallenge: challenge,
				expectedOrigin: party.origin,
				expectedRPID: party.id,
				credential: {
					id: passkeyId,
					publicKey: new Uint8Array(publicKey),
					counter,
				},
				requireUserVerification: alone,
			},
		);
		if (!verified) return { refused: "the signature is not the passkey's" };
		const { newCounter, credentialBackedUp: backedUp } = authenticationInfo;
		const use = { counter: newCounter, backedUp, now };
		if (await notePasskeyUse(db, person, id, use)) return { id, name };
		return { refused: "the passkey was used meanwhile with this counter" };
	} catch (refused) {
		return { refused };
	}
}
