import {
	allowInsecureRequests,
	ClientSecretBasic,
	ClientSecretPost,
	Configuration,
	customFetch,
	discovery,
	enableNonRepudiationChecks,
	None,
	type ServerMetadata,
} from "openid-client";
import { boundedFetch, isPlainLoopback, mayReach } from "./bounded-fetch.ts";

/** How long a provider may take for one answer. */
const TIMEOUT_SECONDS = 5;

/** What a provider says of itself changes rarely, and asking it at every click would let anybody make us ask. */
const KEPT_MS = 5 * 60_000;
const KEPT_MAX = 500;

interface Kept {
	metadata: Promise<ServerMetadata>;
	untilMs: number;
}

const kept = new Map<string, Kept>();

/**
 * What an issuer publishes of itself (OpenID Connect Discovery 1.0, section 4), asked anew or as of a few minutes ago.
 * Those who ask at once wait for one answer. A failure is not kept. @throws what the client library throws
 */
export function discover(
	issuer: string,
	anew = false,
): Promise<ServerMetadata> {
	const nowMs = performance.now();
	const found = kept.get(issuer);
	if (!anew && found && found.untilMs > nowMs) return found.metadata;
	const metadata = ask(issuer);
	const entry = { metadata, untilMs: nowMs + KEPT_MS };
	if (kept.size >= KEPT_MAX) kept.delete(kept.keys().next().value as string);
	kept.set(issuer, entry);
	metadata.catch(() => {
		if (kept.get(issuer) === entry) kept.delete(issuer);
	});
	return metadata;
}

async function ask(issuer: string): Promise<ServerMetadata> {
	const url = new URL(issuer);
	const local = isPlainLoopback(url);
	const found = await discovery(url, "-", undefined, None(), {
		timeout: TIMEOUT_SECONDS,
		[customFetch]: boundedFetch(issuer),
		...(local ? { execute: [allowInsecureRequests] } : {}),
	});
	const metadata = found.serverMetadata();
	// The library makes exceptions for issuers that stand for many organizations; here one account trusts one.
	if (metadata.issuer.replace(/\/$/, "") !== issuer.replace(/\/$/, ""))
		throw new OtherIssuer(metadata.issuer);
	// The browser is sent to one and the code to the other; neither may be a script or a plain wire.
	for (const endpoint of ["authorization_endpoint", "token_endpoint"] as const)
		if (!mayReach(metadata[endpoint] ?? "", local))
			throw new TypeError(`${endpoint} is not an https URL`);
	return structuredClone(metadata);
}

/** The configuration is that of another issuer. */
export class OtherIssuer extends Error {
	constructor(issuer: string) {
		super(`the configuration names the issuer ${issuer.slice(0, 200)}`);
	}
}

/** A client at a provider, ready to send people there and to redeem what they come back with. */
export async function openIdClient(settings: {
	issuer: string;
	clientId: string;
	clientSecret: string | undefined;
}): Promise<Configuration> {
	const { issuer, clientId, clientSecret } = settings;
	const metadata = await discover(issuer);
	const client = new Configuration(
		metadata,
		clientId,
		clientSecret === undefined ? {} : { client_secret: clientSecret },
		authentication(metadata, clientSecret),
	);
	client.timeout = TIMEOUT_SECONDS;
	client[customFetch] = boundedFetch(issuer);
	if (isPlainLoopback(new URL(issuer))) allowInsecureRequests(client);
	// TLS alone would vouch for the ID token (OpenID Connect Core, section 3.1.3.7); its signature is checked besides.
	enableNonRepudiationChecks(client);
	return client;
}

/** `client_secret_basic` is what providers take unless they say otherwise. */
function authentication(
	{ token_endpoint_auth_methods_supported: taken }: ServerMetadata,
	secret: string | undefined,
) {
	if (secret === undefined) return None();
	if (!taken || taken.includes("client_secret_basic"))
		return ClientSecretBasic(secret);
	return ClientSecretPost(secret);
}
