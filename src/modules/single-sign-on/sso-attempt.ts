import {
	calculatePKCECodeChallenge,
	randomNonce,
	randomPKCECodeVerifier,
	randomState,
} from "openid-client";

/** The purpose of an attempt whose person is away at the identity provider. */
export const SSO = "sso";

/** Long enough for a password, a second factor and a coffee at the provider. */
export const SSO_MINUTES = 10;

/** What is remembered while the person is at the provider, to hold what comes back against. */
export interface SsoState {
	accountId: string;
	issuer: string;
	clientId: string;
	redirectUri: string;
	/** Ties the answer to this browser (RFC 6749, section 10.12). */
	state: string;
	/** Ties the ID token to this attempt (OpenID Connect Core, section 3.1.2.1). */
	nonce: string;
	/** Ties the code to this server (RFC 7636). */
	verifier: string;
}

export function newSsoState(
	at: Pick<SsoState, "accountId" | "issuer" | "clientId" | "redirectUri">,
): SsoState {
	return {
		...at,
		state: randomState(),
		nonce: randomNonce(),
		verifier: randomPKCECodeVerifier(),
	};
}

/** What the authorization request carries. */
export async function requestOf(
	sso: SsoState,
	email: string,
): Promise<Record<string, string>> {
	return {
		redirect_uri: sso.redirectUri,
		scope: "openid email profile",
		state: sso.state,
		nonce: sso.nonce,
		code_challenge: await calculatePKCECodeChallenge(sso.verifier),
		code_challenge_method: "S256",
		login_hint: email,
	};
}
