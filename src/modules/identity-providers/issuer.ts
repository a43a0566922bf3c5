import { invalid, type ReeveError, unavailable } from "../../kernel/index.ts";
import { isPlainLoopback } from "./bounded-fetch.ts";
import { discover, OtherIssuer } from "./discovery.ts";

const WELL_KNOWN = "/.well-known/openid-configuration";

/**
 * An issuer as it is stored: an https URL (http only for this machine itself) without query or fragment. The address of
 * its configuration, which people copy as easily, is taken for the issuer.
 * @throws invalid
 */
export function normalIssuer(given: string): string {
	const text = given.trim();
	const issuer = text.endsWith(WELL_KNOWN)
		? text.slice(0, -WELL_KNOWN.length)
		: text;
	if (!URL.canParse(issuer)) throw wrong("must be an https URL");
	const url = new URL(issuer);
	if (url.protocol !== "https:" && !isPlainLoopback(url))
		throw wrong("must be an https URL");
	if (/[?#]/.test(issuer) || url.username || url.password)
		throw wrong("must be a URL without query, fragment, user or password");
	if (issuer.includes("/.well-known/"))
		throw wrong(`must be the URL before ${WELL_KNOWN}`);
	return issuer;
}

/** Whoever may name an issuer has this server call it: few at a time, so that it cannot be made to call many. */
const ASKED_AT_ONCE_MAX = 2;
let asking = 0;

/**
 * Asks the issuer for its configuration, so that a typing error shows now and not when people sign in.
 * @throws invalid, unavailable when others are asked already
 */
export async function assertAnswers(issuer: string): Promise<void> {
	if (asking >= ASKED_AT_ONCE_MAX)
		throw unavailable("Other issuers are being asked; try again in a moment.");
	asking++;
	try {
		await discover(issuer, true);
	} catch (cause) {
		throw invalid("issuer", "discovery", `issuer ${complaint(cause)}`);
	} finally {
		asking--;
	}
}

/** Why an issuer could not be used, for the administrator who names it. Nothing of what it answered is repeated. */
export function complaint(thrown: unknown): string {
	const { code, cause } = thrown as { code?: string; cause?: unknown };
	if (thrown instanceof OtherIssuer || code === MISMATCH)
		return "does not go by this name: its configuration names another issuer; it must be written exactly as there";
	if (code === "OAUTH_TIMEOUT") return "does not answer in time";
	if (cause instanceof Response)
		return `does not serve an OpenID configuration: it answered ${cause.status} at ${WELL_KNOWN}`;
	const network = (cause as { code?: unknown } | undefined)?.code;
	if (thrown instanceof TypeError && typeof network === "string")
		return `cannot be reached (${network})`;
	return "does not serve an OpenID configuration that can be used";
}

const MISMATCH = "OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED";

function wrong(rule: string): ReeveError {
	return invalid("issuer", "issuer", `issuer ${rule}`);
}
