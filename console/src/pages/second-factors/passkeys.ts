import type {
	SecondFactorBeginPasskeyAnswer,
	SecondFactorsConfirmPasskeyInput,
	SessionPasskeyOptionsAnswer,
	SignInPasskeyInput,
} from "../../../../generated/client.ts";
import { WordedError } from "../../format/worded-error.ts";
import { fromBase64Url, toBase64Url } from "./base64url.ts";

/*
 * The browser has its own way from JSON to its options and back, but not every browser that the console runs in: the
 * few fields are turned by hand.
 */

/** Whether this browser keeps passkeys for this page: it takes a name reached over TLS, or localhost. */
export function passkeysWork(): boolean {
	const { hostname } = location;
	const isAddress = /^[\d.]+$|^\[/.test(hostname);
	return isSecureContext && "PublicKeyCredential" in window && !isAddress;
}

/**
 * Has the browser make a passkey.
 * @throws WordedError when the person or the browser declines
 */
export async function makePasskey(
	options: SecondFactorBeginPasskeyAnswer["options"],
): Promise<SecondFactorsConfirmPasskeyInput["response"]> {
	const { user, challenge, excludeCredentials, ...others } = options;
	const made = await worded(() =>
		navigator.credentials.create({
			publicKey: {
				...(others as Omit<
					PublicKeyCredentialCreationOptions,
					"user" | "challenge"
				>),
				user: { ...user, id: fromBase64Url(user.id) },
				challenge: fromBase64Url(challenge),
				excludeCredentials: excludeCredentials.map(descriptorOf),
			},
		}),
	);
	const response = made.response as AuthenticatorAttestationResponse;
	return {
		...named(made),
		response: {
			clientDataJSON: toBase64Url(response.clientDataJSON),
			attestationObject: toBase64Url(response.attestationObject),
			transports: response.getTransports?.() ?? [],
		},
	};
}

/**
 * Has the person show a passkey.
 * @throws WordedError when the person or the browser declines
 */
export async function askForPasskey(
	options: SessionPasskeyOptionsAnswer["options"],
): Promise<SignInPasskeyInput["response"]> {
	const { challenge, allowCredentials, ...others } = options;
	const shown = await worded(() =>
		navigator.credentials.get({
			publicKey: {
				...others,
				challenge: fromBase64Url(challenge),
				allowCredentials: allowCredentials.map(descriptorOf),
			},
		}),
	);
	const response = shown.response as AuthenticatorAssertionResponse;
	const { userHandle } = response;
	return {
		...named(shown),
		response: {
			clientDataJSON: toBase64Url(response.clientDataJSON),
			authenticatorData: toBase64Url(response.authenticatorData),
			signature: toBase64Url(response.signature),
			...(userHandle ? { userHandle: toBase64Url(userHandle) } : {}),
		},
	};
}

interface Descriptor {
	id: string;
	type: "public-key";
	transports?: string[];
}

function descriptorOf({ id, type, transports }: Descriptor) {
	return {
		id: fromBase64Url(id),
		type,
		...(transports
			? { transports: transports as AuthenticatorTransport[] }
			: {}),
	};
}

function named(credential: PublicKeyCredential) {
	return {
		id: credential.id,
		rawId: toBase64Url(credential.rawId),
		type: "public-key" as const,
		authenticatorAttachment: credential.authenticatorAttachment,
		clientExtensionResults: {},
	};
}

/** Says in plain words what a browser says by the name of an exception (WebAuthn level 3, 5.1.3 and 5.1.4). */
async function worded(
	ask: () => Promise<Credential | null>,
): Promise<PublicKeyCredential> {
	try {
		const credential = await ask();
		if (credential) return credential as PublicKeyCredential;
	} catch (error) {
		const name = error instanceof DOMException ? error.name : "";
		if (name === "InvalidStateError")
			throw new WordedError(
				"Enrolled already",
				"This device has a passkey for you here already.",
			);
		if (name === "SecurityError" || name === "NotSupportedError")
			throw new WordedError(
				"No passkey here",
				"This browser or device does not take a passkey for this address.",
			);
		if (name !== "NotAllowedError" && name !== "AbortError") throw error;
	}
	throw new WordedError(
		"No passkey was used",
		"It was cancelled, it took too long, or this device has none.",
	);
}
