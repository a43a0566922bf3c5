import type { FastifyRequest } from "fastify";
import {
	type Presented,
	readPresented,
} from "../../kernel/credentials/presented.ts";
import {
	type CookieKind,
	cookieName,
	cookieValue,
	isForeign,
	readSession,
} from "../../kernel/credentials/session-cookie.ts";

/** The header that carries a session's token against forged requests. */
export const CSRF_HEADER = "reeve-csrf";

/** The header by which our page says that it calls by itself; any value says so. A lie shortens one's own session. */
export const BACKGROUND_HEADER = "reeve-background";

/**
 * Reads who calls. A credential in a header comes first, and then the cookie is not looked at: a program that sends a
 * key never acts as whoever is signed in.
 */
export function readCaller(
	request: FastifyRequest,
	publicUrl: string,
): Presented {
	const { authorization, apikey } = request.headers;
	const key = Array.isArray(apikey) ? apikey.join(", ") : apikey;
	if (authorization !== undefined || key !== undefined)
		return readPresented(authorization, key);
	const csrf = request.headers[CSRF_HEADER];
	const proof = {
		csrf: typeof csrf === "string" ? csrf : undefined,
		foreign: isForeign(request.headers.origin, request.host, publicUrl),
	};
	const background = request.headers[BACKGROUND_HEADER] !== undefined;
	const token = readCookie(request, "session", publicUrl);
	return readSession(token, proof, background);
}

/** One of our cookies, as this request carries it. */
export function readCookie(
	request: FastifyRequest,
	kind: CookieKind,
	publicUrl: string,
): string | undefined {
	const name = cookieName(kind, isSecure(request, publicUrl));
	return cookieValue(request.headers.cookie, name);
}

/** Whether the browser reaches this server over TLS, with or without a proxy that ends it. */
export function isSecure(request: FastifyRequest, publicUrl: string): boolean {
	return request.protocol === "https" || publicUrl.startsWith("https:");
}
