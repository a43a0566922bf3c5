import type { Handle } from "../../db/index.ts";
import { forgetAppCodeTries } from "./app-code-tries.ts";
import type { Person } from "./factor.ts";
import { notePasskeyUse, type Passkey, passkeysOf } from "./passkey-factors.ts";
import type { PasskeyRequestOptions, PasskeyUsed } from "./passkey-messages.ts";
import { PASSKEY_TIMEOUT_MS } from "./register-passkey.ts";
import type { RelyingParty } from "./relying-party.ts";
import { webauthn } from "./webauthn.ts";

/**
 * What the browser needs to ask for a passkey: one of this person's, or, where nobody is known yet, any that it has
 * for this server.
 * @param alone whether it stands for both factors, so that the person must be verified, not merely present
 */
export async function requestOptions(
	db: Handle,
	person: Person | undefined,
	party: RelyingParty,
	alone = person === undefined,
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
		userVerification: alone ? "required" : "preferred",
	});
	return options as PasskeyRequestOptions;
}

interface Presented {
	response: PasskeyUsed;
	challenge: string;
	party: RelyingParty;
	/** Whether it stands for both factors. */
	alone: boolean;
	now: Date;
}

/**
 * Checks that one of the person's passkeys signed this challenge at this origin, and notes the use. Answers the
 * factor, or nothing. Whom the passkey names itself (`userHandle`) is not looked at: its id is known here once and
 * says whose it is.
 */
export async function verifyPasskey(
	db: Handle,
	person: Person,
	{ response, challenge, party, alone, now }: Presented,
): Promise<{ id: string; name: string } | undefined> {
	const passkey = (await passkeysOf(db, person)).find(
		({ passkeyId }) => passkeyId === response.id,
	);
	if (!passkey) return undefined;
	const used = await judge(passkey, { response, challenge, party, alone });
	if (!used) return undefined;
	const { id, name } = passkey;
	const use = { ...used, now };
	if (!(await notePasskeyUse(db, person, id, use))) return undefined;
	await forgetAppCodeTries(db, person);
	return { id, name };
}

/** What the library makes of the answer; it throws where something is wrong with it. */
async function judge(
	{ passkeyId, publicKey, counter }: Passkey,
	{ response, challenge, party, alone }: Omit<Presented, "now">,
): Promise<{ counter: number; backedUp: boolean } | undefined> {
	const { verifyAuthenticationResponse } = await webauthn();
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
		const { newCounter, credentialBackedUp } = authenticationInfo;
		return verified
			? { counter: newCounter, backedUp: credentialBackedUp }
			: undefined;
	} catch {
		return undefined;
	}
}
