import { type Pepper, sameHash } from "./pepper.ts";

/**
 * A browser adds its cookies to whatever any page makes it send, so a session alone does not show who wants a write.
 * This token follows from the session, is known to our own pages alone, and comes in a header that no foreign page
 * can set: a signed double submit, as OWASP's cheat sheet on cross-site request forgery has it.
 */
export function csrfToken(
	pepper: Pepper,
	session: string,
	version = pepper.version,
): string {
	return pepper.hash(`csrf:${session}`, version).toString("base64url");
}

/** Whether a token belongs to the session, under any pepper that this server knows. */
export function csrfHolds(
	pepper: Pepper,
	session: string,
	given: string | undefined,
): boolean {
	if (given === undefined) return false;
	const presented = Buffer.from(given);
	return pepper.versions.some((version) =>
		sameHash(presented, Buffer.from(csrfToken(pepper, session, version))),
	);
}
