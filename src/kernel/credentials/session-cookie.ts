import { isSessionId, parseToken } from "./format.ts";
import type { Presented, SessionProof } from "./presented.ts";

/** What the browser carries: the session of somebody signed in, or the sign-in that is between its steps. */
export type CookieKind = "session" | "attempt";

/**
 * The name of a cookie. Over TLS it has the prefix that browsers give only to cookies which this very host has set,
 * for every path, over TLS: no neighbouring host can plant one (RFC 6265bis, section 4.1.3.2).
 */
export function cookieName(kind: CookieKind, secure: boolean): string {
	return secure ? `__Host-reeve_${kind}` : `reeve_${kind}`;
}

/**
 * The value of a cookie, as the header came. A name that comes twice was planted by somebody and is worth nothing.
 * `undefined` when there is none, or more than one.
 */
export function cookieValue(
	header: string | undefined,
	name: string,
): string | undefined {
	const values = (header ?? "")
		.split(";")
		.map((pair) => pair.trim())
		.filter((pair) => pair.startsWith(`${name}=`))
		.map((pair) => pair.slice(name.length + 1));
	return values.length === 1 && values[0] !== "" ? values[0] : undefined;
}

/**
 * The text of `Set-Cookie`; without a value the browser forgets the cookie. Both are sent by our own pages alone: what
 * an identity provider sends the browser back with is handed to such a page first (docs/decisions/0011).
 */
export function setCookieText(
	kind: CookieKind,
	secure: boolean,
	carried: { token: string; maxAgeSeconds: number } | null,
): string {
	const { token, maxAgeSeconds } = carried ?? { token: "", maxAgeSeconds: 0 };
	const attributes = [
		`${cookieName(kind, secure)}=${token}`,
		"Path=/",
		`Max-Age=${maxAgeSeconds}`,
		"HttpOnly",
		"SameSite=Strict",
		...(secure ? ["Secure"] : []),
	];
	return attributes.join("; ");
}

/** A session as its cookie carried it; a key in the cookie is no credential. */
export function readSession(
	value: string | undefined,
	proof: SessionProof,
	background = false,
): Presented {
	if (value === undefined) return { kind: "none" };
	const parsed = parseToken(value);
	return parsed && isSessionId(parsed.publicId)
		? { kind: "session", proof, background, ...parsed }
		: { kind: "malformed" };
}

/**
 * Whether a browser says that the request comes from another place than this server. Hosts are compared, since the
 * scheme may be that of a proxy. A request without the header says nothing: old browsers leave it out, and so does
 * whatever is no browser.
 */
export function isForeign(
	origin: string | undefined,
	host: string,
	publicUrl: string,
): boolean {
	if (origin === undefined) return false;
	if (!URL.canParse(origin)) return true;
	const from = new URL(origin).host;
	const ours = URL.canParse(publicUrl) ? new URL(publicUrl).host : host;
	return from !== host && from !== ours;
}
