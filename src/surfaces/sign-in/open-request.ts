import type { FastifyRequest } from "fastify";
import { isForeign } from "../../kernel/credentials/session-cookie.ts";
import { forbidden, invalid, ReeveError } from "../../kernel/errors.ts";
import type { OpenRequest } from "../../kernel/gate/open-visit.ts";
import type { AnyOpenCall } from "../../kernel/open-call.ts";
import { userAgentOf } from "../rest/index.ts";
import { readJsonBody } from "../rest/json-body.ts";
import { readCookie } from "../rest/presented.ts";

/**
 * What a request without a credential says of itself. One that writes must not come from a foreign page: it could
 * sign the browser in as somebody else, whom the person would then take for themselves.
 * @throws forbidden (`csrf`)
 */
export function readOpenRequest(
	request: FastifyRequest,
	publicUrl: string,
	writes: boolean,
): OpenRequest {
	if (writes && isFromElsewhere(request, publicUrl))
		throw forbidden(
			"csrf",
			"This did not come from the server's own page; load the page again.",
		);
	return {
		address: request.ip,
		userAgent: userAgentOf(request),
		requestId: request.id,
		origin: request.headers.origin,
		session: readCookie(request, "session", publicUrl),
		attempt: readCookie(request, "attempt", publicUrl),
	};
}

function isFromElsewhere(request: FastifyRequest, publicUrl: string): boolean {
	const { origin, "sec-fetch-site": site } = request.headers;
	if (isForeign(origin, request.host, publicUrl)) return true;
	return origin === undefined && site !== undefined && site !== "same-origin";
}

/** The input of an open call: the body, which is JSON by name too, for no form of a foreign page can say so. */
export function readOpenInput(
	call: AnyOpenCall,
	{ headers, body, query }: FastifyRequest,
): Record<string, unknown> {
	const [name] = Object.keys(query as object);
	if (name !== undefined)
		throw invalid(name, "place", `${name} is not a query field of this call`);
	if (call.method === "GET") return {};
	const type = headers["content-type"];
	if (type === undefined)
		throw new ReeveError(
			"unsupported_media_type",
			"The body must be sent as application/json.",
			{ reason: "content_type" },
		);
	return readJsonBody(
		body as Buffer | undefined,
		type,
		headers["content-encoding"],
	);
}
