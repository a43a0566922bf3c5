import { type ErrorCode, ReeveError } from "../../kernel/errors.ts";

/** An error as the native API words it: RFC 9457, with our `code`, `reason` and `errors` beside the standard members. */
export interface Problem {
	type: string;
	title: string;
	status: number;
	detail: string;
	code: ErrorCode;
	reason?: string;
	errors?: { pointer: string; rule: string; detail: string }[];
}

export const PROBLEM_TYPE = "application/problem+json";

const titles: Record<ErrorCode, string> = {
	invalid: "The input is not valid",
	malformed: "The request is malformed",
	unauthenticated: "Not authenticated",
	forbidden: "Not permitted",
	not_found: "Not found",
	method_not_allowed: "Method not allowed",
	conflict: "Conflict",
	precondition_failed: "Precondition failed",
	too_large: "Too large",
	unsupported_media_type: "Unsupported media type",
	idempotency_mismatch: "Idempotency-Key used before",
	too_many_requests: "Too many requests",
	internal: "Internal error",
	not_implemented: "Not implemented",
	unavailable: "Not available",
};

/** The stable name of a kind of problem. It names and does not locate: nothing is served there. */
export function problemType(code: ErrorCode): string {
	return `urn:reeve:problem:${code}`;
}

/**
 * The document for an error. It holds nothing that is not a function of the error: the request id travels in a header,
 * so that the answers for a foreign object and for none at all are the same bytes.
 */
export function problemOf(error: ReeveError): Problem {
	const { code, status, message, reason, faults } = error;
	return {
		type: problemType(code),
		title: titles[code],
		status,
		detail: message,
		code,
		...(reason === undefined ? {} : { reason }),
		...(faults.length === 0
			? {}
			: {
					errors: faults.map(({ pointer, rule, message: detail }) => ({
						pointer,
						rule,
						detail,
					})),
				}),
	};
}

/** Any thrown thing as an error a caller may see. What is not ours is an internal error whose cause stays here. */
export function toReeveError(thrown: unknown): ReeveError {
	if (thrown instanceof ReeveError) return thrown;
	return new ReeveError("internal", "The server could not process this.", {
		cause: thrown,
	});
}
