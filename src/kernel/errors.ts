/**
 * One error, two messages, one table. `message` is for the caller and is safe to show; `cause` is for the log and
 * never leaves the server. Only the edge turns a code into a status, each surface in its own words.
 */
export const statusOfCode = {
	invalid: 400,
	malformed: 400,
	unauthenticated: 401,
	forbidden: 403,
	not_found: 404,
	method_not_allowed: 405,
	conflict: 409,
	precondition_failed: 412,
	too_large: 413,
	unsupported_media_type: 415,
	idempotency_mismatch: 422,
	too_many_requests: 429,
	internal: 500,
	not_implemented: 501,
	unavailable: 503,
} as const;

export type ErrorCode = keyof typeof statusOfCode;

/** One thing wrong with the input: where (JSON pointer, RFC 6901), which rule, in words. */
export interface Fault {
	pointer: string;
	rule: string;
	message: string;
}

export interface ErrorDetails {
	/** A stable word that tells one conflict from another, for dialects that word each their own way. */
	reason?: string;
	faults?: readonly Fault[];
	/** Facts a surface may show or build its vendor's message from. Never a secret. */
	facts?: Readonly<Record<string, string | number>>;
	retryAfterMs?: number;
	/** Whether the log tells of it, as it does of every `forbidden`: somebody failed to prove who they are. */
	audited?: boolean;
	cause?: unknown;
}

export class ReeveError extends Error {
	readonly code: ErrorCode;
	readonly reason: string | undefined;
	readonly faults: readonly Fault[];
	readonly facts: Readonly<Record<string, string | number>>;
	readonly retryAfterMs: number | undefined;
	readonly audited: boolean;

	constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
		super(
			message,
			details.cause === undefined ? undefined : { cause: details.cause },
		);
		this.name = "ReeveError";
		this.code = code;
		this.reason = details.reason;
		this.faults = details.faults ?? [];
		this.facts = details.facts ?? {};
		this.retryAfterMs = details.retryAfterMs;
		this.audited = details.audited ?? code === "forbidden";
	}

	get status(): number {
		return statusOfCode[this.code];
	}
}

/** The same answer for what does not exist and for what lies in another account. `kind` is the noun, singular. */
export function notFound(kind: string, id?: string): ReeveError {
	const facts: Record<string, string> = { kind };
	if (id !== undefined) facts.id = id;
	return new ReeveError("not_found", `There is no such ${kind}.`, {
		reason: `${kind.replaceAll(" ", "_")}_not_found`,
		facts,
	});
}

/** A field of the input breaks a rule. `field` is its name (or path with slashes). */
export function invalid(
	field: string,
	rule: string,
	message: string,
	facts?: Record<string, string | number>,
): ReeveError {
	return new ReeveError("invalid", message, {
		reason: rule,
		faults: [{ pointer: `/${field}`, rule, message }],
		facts: { field, ...facts },
	});
}

/** A password or code in the input is not the right one; the log tells of it, for it may have been a guess. */
export function mismatch(field: string, message: string): ReeveError {
	return new ReeveError("invalid", message, {
		reason: "mismatch",
		faults: [{ pointer: `/${field}`, rule: "mismatch", message }],
		facts: { field },
		audited: true,
	});
}

export function conflict(
	reason: string,
	message: string,
	facts: Record<string, string | number> = {},
): ReeveError {
	return new ReeveError("conflict", message, { reason, facts });
}

export function forbidden(
	reason: string,
	message: string,
	facts: Record<string, string | number> = {},
): ReeveError {
	return new ReeveError("forbidden", message, { reason, facts });
}

export function unauthenticated(reason: string, message: string): ReeveError {
	return new ReeveError("unauthenticated", message, { reason });
}

export function preconditionFailed(
	reason: string,
	message: string,
	facts: Record<string, string | number> = {},
): ReeveError {
	return new ReeveError("precondition_failed", message, { reason, facts });
}

export function unavailable(message: string, cause?: unknown): ReeveError {
	return new ReeveError("unavailable", message, {
		reason: "unavailable",
		retryAfterMs: 1000,
		cause,
	});
}
