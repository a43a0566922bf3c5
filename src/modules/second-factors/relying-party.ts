import { isIP } from "node:net";
import { conflict } from "../../kernel/index.ts";

/** Whom a passkey is made for: the name in the browser's address bar (WebAuthn's relying party). */
export interface RelyingParty {
	/** The host's name, to which the browser binds the passkey. */
	id: string;
	/** Scheme, host and port that the browser must say it was at. */
	origin: string;
	name: string;
}

/**
 * The relying party at an origin.
 * @throws conflict (`passkey_needs_name`): browsers bind passkeys to names, not to addresses
 */
export function relyingPartyAt(origin: string): RelyingParty {
	const { hostname, protocol } = new URL(origin);
	const secure = protocol === "https:" || isLocal(hostname);
	if (!secure || isIP(hostname.replaceAll(/[[\]]/g, "")) !== 0)
		throw conflict(
			"passkey_needs_name",
			"Browsers keep passkeys only for a name that is reached over https, or for localhost; this server was reached by an address or without https.",
		);
	return { id: hostname, origin, name: "Reeve" };
}

function isLocal(hostname: string): boolean {
	return hostname === "localhost" || hostname.endsWith(".localhost");
}
