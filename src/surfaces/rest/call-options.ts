import type { IncomingHttpHeaders } from "node:http";
import { ReeveError } from "../../kernel/errors.ts";
import type { CallOptions } from "../../kernel/gate/request.ts";
import { readIfMatch } from "./preconditions.ts";
import type { Route } from "./route.ts";

const PRINTABLE = /^[\x20-\x7e]{1,255}$/;
const REASON_MAX = 500;

/** What the headers of a request say about how to run its operation. @throws malformed, precondition_failed */
export function readCallOptions(
	route: Route,
	headers: IncomingHttpHeaders,
): CallOptions {
	if (route.operation.access === "read") return { coerce: true };
	return {
		coerce: route.coerces,
		idempotencyKey: readIdempotencyKey(headers["idempotency-key"]),
		ifMatch: readVersion(route, headers["if-match"]),
		reason: readReason(headers["reeve-reason"]),
	};
}

/** Node joins a repeated header with commas, so it arrives as one longer text and never as a list. */
function readIdempotencyKey(
	header: string | string[] | undefined,
): string | undefined {
	if (header === undefined) return undefined;
	if (typeof header === "string" && PRINTABLE.test(header)) return header;
	throw malformed(
		"idempotency_key",
		"Idempotency-Key must be 1 to 255 printable ASCII characters.",
	);
}

/** A condition on something that has no versions can never hold; ignoring it would lose somebody's change. */
function readVersion(
	route: Route,
	header: string | undefined,
): number | undefined {
	const version = readIfMatch(header);
	if (version !== undefined && !route.versioned)
		throw new ReeveError(
			"precondition_failed",
			"What this operation changes has no versions, so If-Match cannot hold.",
			{ reason: "unversioned" },
		);
	return version;
}

function readReason(header: string | string[] | undefined): string | undefined {
	if (typeof header !== "string") return undefined;
	const text = asText(header).trim();
	if (text.length <= REASON_MAX) return text === "" ? undefined : text;
	throw malformed(
		"reason",
		`Reeve-Reason must be at most ${REASON_MAX} characters.`,
	);
}

/** Header bytes arrive as Latin-1; people write UTF-8. */
function asText(header: string): string {
	const utf8 = Buffer.from(header, "latin1").toString("utf8");
	return utf8.includes("\ufffd") ? header : utf8;
}

function malformed(reason: string, message: string): ReeveError {
	return new ReeveError("malformed", message, { reason });
}
