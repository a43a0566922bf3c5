import type { FastifyReply, FastifyRequest } from "fastify";

/** Nothing but our own files runs, is shown or is asked; nobody may put the console into a frame. */
const contentSecurityPolicy = [
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self'",
	"img-src 'self' data:",
	"font-src 'self'",
	"connect-src 'self'",
	"base-uri 'none'",
	"form-action 'self'",
	"frame-ancestors 'none'",
].join("; ");

/** Two years, as the lists of browsers ask. Neighbouring names are not ours to decide about. */
const STRICT_TRANSPORT = "max-age=63072000";

const headers = {
	"content-security-policy": contentSecurityPolicy,
	"referrer-policy": "no-referrer",
	"x-content-type-options": "nosniff",
	"x-frame-options": "DENY",
	"cross-origin-opener-policy": "same-origin",
	"cross-origin-resource-policy": "same-origin",
	"permissions-policy":
		"camera=(), microphone=(), geolocation=(), payment=(), usb=()",
};

/** Writes what keeps a browser from doing with the console what it is not for. */
export function writeSecurityHeaders(
	request: FastifyRequest,
	reply: FastifyReply,
	publicUrl: string | undefined,
): FastifyReply {
	reply.headers(headers);
	const isHttps =
		request.protocol === "https" || publicUrl?.startsWith("https:");
	return isHttps
		? reply.header("strict-transport-security", STRICT_TRANSPORT)
		: reply;
}
