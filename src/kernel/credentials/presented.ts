import { isSessionId, type ParsedToken, parseToken } from "./format.ts";

/** A credential as a request carried it, read but not yet checked against anything stored. */
export type Presented =
	| { kind: "none" }
	| { kind: "malformed" }
	| ({ kind: "token" } & ParsedToken)
	| { kind: "setup_key"; key: string }
	| ({
			kind: "session";
			proof: SessionProof;
			/** Whether the page calls by itself, nobody having touched it lately: such a call keeps no session alive. */
			background: boolean;
	  } & ParsedToken);

/**
 * What shows that a session's own page sent a request, and no other page that the browser has open: a surface that
 * takes sessions must say it, and the gate asks for it before every write.
 */
export interface SessionProof {
	/** The token that only our page can know. */
	csrf: string | undefined;
	/** Whether the browser named another place than this server as the origin. */
	foreign: boolean;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Reads the one credential from any of its forms: `Authorization: Basic id:secret` (RFC 7617), `Token …`,
 * `Bearer …` (RFC 6750), or an `apikey` header. Two different credentials in one request are malformed.
 */
export function readPresented(
	authorization: string | undefined,
	apikey: string | undefined,
): Presented {
	const fromHeader =
		authorization === undefined ? undefined : fromAuthorization(authorization);
	const fromKey = apikey === undefined ? undefined : readToken(apikey.trim());
	if (fromHeader && fromKey && !same(fromHeader, fromKey))
		return { kind: "malformed" };
	return fromHeader ?? fromKey ?? { kind: "none" };
}

function same(a: Presented, b: Presented): boolean {
	if (a.kind === "token" && b.kind === "token") return a.token === b.token;
	return a.kind === "setup_key" && b.kind === "setup_key" && a.key === b.key;
}

function fromAuthorization(header: string): Presented {
	const match = /^\s*([A-Za-z]+)\s+(\S+)\s*$/.exec(header);
	if (!match) return { kind: "malformed" };
	const value = match[2] as string;
	switch (match[1]?.toLowerCase()) {
		case "basic":
			return fromBasic(value);
		case "token":
		case "bearer":
		case "apikey":
			return readToken(value);
		default:
			return { kind: "malformed" };
	}
}

/** The pair cut in two; also the whole credential as the user name with nothing after the colon. */
function fromBasic(encoded: string): Presented {
	const decoded = Buffer.from(encoded, "base64").toString("utf8");
	const colon = decoded.indexOf(":");
	if (colon < 0) return { kind: "malformed" };
	return readToken(decoded.slice(0, colon) + decoded.slice(colon + 1));
}

/** Reads a whole credential: a token of our format, or a setup key's UUID. A session is none outside its cookie. */
export function readToken(value: string): Presented {
	const parsed = parseToken(value);
	if (parsed && isSessionId(parsed.publicId)) return { kind: "malformed" };
	if (parsed) return { kind: "token", ...parsed };
	return UUID.test(value)
		? { kind: "setup_key", key: value.toUpperCase() }
		: { kind: "malformed" };
}
