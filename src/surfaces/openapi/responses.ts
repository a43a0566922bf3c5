import { type ErrorCode, ReeveError } from "../../kernel/errors.ts";
import { PROBLEM_TYPE, problemOf } from "../rest/problem.ts";
import type { Route } from "../rest/route.ts";
import { isVersioned } from "./parameters.ts";
import type { Json, SharedSchemas } from "./shared-schemas.ts";

/** Headers of answers, as components. */
export const sharedHeaders: Record<string, Json> = {
	"Reeve-Account": text("The account, or accounts, in which the call ran"),
	"X-Request-Id": text("The id under which the server logged this request"),
	"RateLimit-Policy": text(
		"The limits of the credential and of the operation: `q` calls at most, coming back within `w` seconds",
	),
	RateLimit: text(
		"What is left of each limit: `r` calls now, all of them again in `t` seconds",
	),
	ETag: text("The version of the object, for If-Match and If-None-Match"),
	Location: text("Where the new object is read"),
	"Idempotency-Replayed": text(
		"`true` when this is the stored answer of an earlier call",
	),
	"Retry-After": {
		description: "Whole seconds to wait before the next request",
		schema: { type: "integer", minimum: 1 },
	},
};

function text(description: string): Json {
	return { description, schema: { type: "string" } };
}

/** The problem document, as a component. */
export const problemSchema: Json = {
	type: "object",
	description: "An error (RFC 9457)",
	required: ["type", "title", "status", "detail", "code"],
	properties: {
		type: { type: "string", description: "A stable name of the kind" },
		title: { type: "string" },
		status: { type: "integer" },
		detail: { type: "string", description: "What is wrong, for people" },
		code: { type: "string", description: "What is wrong, for programs" },
		reason: {
			type: "string",
			description: "Tells one problem of a code from another",
		},
		errors: {
			type: "array",
			description: "Each thing wrong with the input",
			items: {
				type: "object",
				required: ["pointer", "rule", "detail"],
				properties: {
					pointer: {
						type: "string",
						description: "The field, as a JSON pointer (RFC 6901)",
					},
					rule: { type: "string" },
					detail: { type: "string" },
				},
			},
		},
	},
};

/** Each problem an operation may answer: when, and an example of it. */
const problems = {
	invalid: [
		"A field is missing, unknown or wrong, or the request is malformed",
		"name is required",
	],
	unauthenticated: [
		"The credential is missing or not valid",
		"A credential is required.",
	],
	forbidden: [
		"The credential, its user's role or the account does not allow this",
		"The role does not allow this.",
	],
	not_found: [
		"There is no such object or account, or it lies in an account that the caller does not reach",
		"There is no such account.",
	],
	conflict: [
		"What is there already does not allow this",
		"Something with the same identity exists already.",
	],
	precondition_failed: [
		"The object is not at the version named in If-Match",
		"The object has changed: it is at version 4.",
	],
	too_large: [
		"The body is larger than 1 MiB",
		"The body is larger than 1048576 bytes.",
	],
	unsupported_media_type: [
		"The body is not JSON",
		"The body must be sent as application/json.",
	],
	idempotency_mismatch: [
		"The Idempotency-Key was used with another request",
		"This Idempotency-Key was used with another request.",
	],
	too_many_requests: [
		"A limit is reached",
		"The limit of this credential is reached; wait before the next request.",
	],
	internal: [
		"The server could not process the request",
		"The server could not process this.",
	],
	unavailable: [
		"The server is not ready",
		"The server is not ready; try again in a moment.",
	],
} as const satisfies Partial<Record<ErrorCode, readonly [string, string]>>;

export type ProblemCode = keyof typeof problems;

/** Problem responses as components, by code. */
export function sharedResponses(): Record<string, Json> {
	return Object.fromEntries(
		(Object.keys(problems) as ProblemCode[]).map((code) => [
			code,
			problemResponse(code),
		]),
	);
}

function problemResponse(code: ProblemCode): Json {
	const [description, detail] = problems[code];
	const waits = code === "too_many_requests" || code === "unavailable";
	return {
		description,
		headers: headers(
			waits ? ["X-Request-Id", "Retry-After"] : ["X-Request-Id"],
		),
		content: {
			[PROBLEM_TYPE]: {
				schema: { $ref: "#/components/schemas/Problem" },
				example: problemOf(new ReeveError(code, detail)),
			},
		},
	};
}

/** References to problem responses, by status. */
export function problemReferences(codes: readonly ProblemCode[]): Json {
	return Object.fromEntries(
		codes.map((code) => [
			String(new ReeveError(code, "").status),
			{ $ref: `#/components/responses/${code}` },
		]),
	);
}

/** Every answer of one operation. */
export function responsesOf(route: Route, shared: SharedSchemas): Json {
	const success = successOf(route, shared);
	return {
		[String(route.status)]: success,
		...problemReferences(problemsOf(route)),
	};
}

function problemsOf({
	operation,
	inputIn,
	pathFields,
	versioned,
}: Route): ProblemCode[] {
	const writes = operation.access === "write";
	const takesAccount = !["caller", "session", "machine"].includes(
		operation.scope,
	);
	const applies: Partial<Record<ProblemCode, boolean>> = {
		not_found: takesAccount || pathFields.length > 0,
		conflict: writes,
		precondition_failed: writes && versioned,
		too_large: inputIn === "body",
		unsupported_media_type: inputIn === "body",
		idempotency_mismatch: writes,
	};
	return (Object.keys(problems) as ProblemCode[]).filter(
		(code) => applies[code] ?? true,
	);
}

function successOf(route: Route, shared: SharedSchemas): Json {
	const { operation, status, located } = route;
	const names = [
		"Reeve-Account",
		"X-Request-Id",
		"RateLimit-Policy",
		"RateLimit",
		...(isVersioned(operation.output) ? ["ETag"] : []),
		...(located ? ["Location"] : []),
		...(operation.access === "write" ? ["Idempotency-Replayed"] : []),
	];
	const description =
		status === 204 ? "Done" : status === 201 ? "Made" : "The answer";
	if (status === 204) return { description, headers: headers(names) };
	return {
		description,
		headers: headers(names),
		content: {
			"application/json": {
				schema: shared.refer(operation.output),
				example: operation.example.output,
			},
		},
	};
}

function headers(names: readonly string[]): Json {
	return Object.fromEntries(
		names.map((name) => [name, { $ref: `#/components/headers/${name}` }]),
	);
}
