import {
	AuthorizationResponseError,
	authorizationCodeGrant,
	type Configuration,
	fetchUserInfo,
	type IDToken,
	ResponseBodyError,
} from "openid-client";
import { ReeveError, unauthenticated } from "../../kernel/index.ts";
import { isMailAddress } from "../../kernel/mail-settings.ts";
import { domainOf, type ProviderRow } from "../identity-providers/index.ts";
import { providerAway } from "./begin-sso.ts";
import type { SsoState } from "./sso-attempt.ts";

/** Who somebody is, as the identity provider says. */
export interface Identity {
	/** The provider's own lasting name of the person. */
	subject: string;
	/** The address, when the provider has seen to it that it is theirs. */
	email: string | undefined;
	name: string;
	firstName: string;
	lastName: string;
}

/**
 * Redeems what the provider sent the browser back with: state, issuer, code and PKCE, then the ID token's signature,
 * issuer, audience, times and nonce, as OpenID Connect Core demands, are checked by the client library.
 * @param answer the query with which the provider sent the browser back
 * @throws unauthenticated (`sso_denied`, `sso_failed`), unavailable
 */
export async function redeemAnswer(
	client: Configuration,
	provider: ProviderRow,
	sso: SsoState,
	answer: string,
): Promise<Identity> {
	const url = new URL(sso.redirectUri);
	url.search = answer;
	try {
		const tokens = await authorizationCodeGrant(client, url, {
			expectedState: sso.state,
			expectedNonce: sso.nonce,
			pkceCodeVerifier: sso.verifier,
			idTokenExpected: true,
		});
		const claims = tokens.claims() as IDToken;
		return toIdentity(
			await withAddress(client, claims, tokens.access_token),
			provider,
		);
	} catch (thrown) {
		throw wordFailure(provider, thrown);
	}
}

/** Many providers keep the address out of the ID token; its subject is checked to be the same. */
async function withAddress(
	client: Configuration,
	claims: IDToken,
	accessToken: string,
): Promise<IDToken> {
	const { userinfo_endpoint } = client.serverMetadata();
	if (claims.email !== undefined || userinfo_endpoint === undefined)
		return claims;
	const more = await fetchUserInfo(client, accessToken, claims.sub);
	return { ...more, ...claims } as IDToken;
}

const SUBJECT = /^[\x21-\x7e]{1,255}$/;

function toIdentity(claims: IDToken, provider: ProviderRow): Identity {
	if (!SUBJECT.test(claims.sub)) throw failed(provider, "invalid sub");
	const firstName = asName(claims.given_name);
	const lastName = asName(claims.family_name);
	return {
		subject: claims.sub,
		email: verifiedAddress(claims, provider),
		name: asName(claims.name) || `${firstName} ${lastName}`.trim(),
		firstName,
		lastName,
	};
}

/** The address that the provider vouches for, or that the account takes on trust where it says neither yes nor no. */
function verifiedAddress(
	claims: IDToken,
	provider: ProviderRow,
): string | undefined {
	const email = asName(claims.email);
	if (!isMailAddress(email)) return undefined;
	const { email_verified: verified } = claims;
	if (verified === true || verified === "true") return email;
	const trusted =
		verified === undefined &&
		provider.trust_addresses &&
		provider.domains.includes(domainOf(email));
	return trusted ? email : undefined;
}

const NAME_MAX = 255;

function asName(claim: unknown): string {
	if (typeof claim !== "string") return "";
	return claim
		.replaceAll(/[\p{C}\s]+/gu, " ")
		.trim()
		.slice(0, NAME_MAX);
}

/** What an error is to the person; what it is to the administrator stands in the log. */
function wordFailure(provider: ProviderRow, thrown: unknown): unknown {
	if (thrown instanceof AuthorizationResponseError)
		return thrown.error === "access_denied"
			? unauthenticated("sso_denied", `${provider.name} did not let you in.`)
			: failed(provider, codeOf(thrown.error), thrown);
	if (thrown instanceof ResponseBodyError)
		return failed(provider, codeOf(thrown.error), thrown);
	if (thrown instanceof ReeveError) return thrown;
	return isAway(thrown)
		? providerAway(provider, thrown)
		: failed(provider, "", thrown);
}

function isAway(thrown: unknown): boolean {
	const { code, cause } = thrown as { code?: unknown; cause?: unknown };
	if (code === "OAUTH_TIMEOUT") return true;
	if (cause instanceof Response) return cause.status >= 500;
	const network = (cause as { code?: unknown } | undefined)?.code;
	return thrown instanceof TypeError && typeof network === "string";
}

/** An error code of OAuth (RFC 6749, section 5.2) and nothing else that a provider may have written there. */
function codeOf(error: string): string {
	return /^[a-z_]{1,40}$/.test(error) ? error : "";
}

function failed(
	provider: ProviderRow,
	code: string,
	cause?: unknown,
): ReeveError {
	const why = code === "" ? "" : ` (${code})`;
	return new ReeveError(
		"unauthenticated",
		`The sign-in at ${provider.name} did not hold${why}; start again.`,
		{ reason: "sso_failed", cause },
	);
}
