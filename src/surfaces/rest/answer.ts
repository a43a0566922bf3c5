import type { FastifyReply } from "fastify";
import { ReeveError } from "../../kernel/errors.ts";
import type { Admission } from "../../kernel/gate/gate.ts";
import type { Outcome } from "../../kernel/gate/pipeline.ts";
import { rateLimitHeaders } from "../../kernel/limits/ratelimit-headers.ts";
import { entityTag, holdsAlready } from "./preconditions.ts";
import { PROBLEM_TYPE, problemOf } from "./problem.ts";
import type { Route } from "./route.ts";

const JSON_TYPE = "application/json; charset=utf-8";

/** Headers of every answer, whatever became of the request. */
export function writeSharedHeaders(
	reply: FastifyReply,
	requestId: string,
): void {
	reply.header("x-request-id", requestId);
	reply.header("cache-control", "no-store");
	reply.header("x-content-type-options", "nosniff");
}

/** Where the call ran and what is left of its budget, as far as it came. */
export function writeAdmission(
	reply: FastifyReply,
	{ place, decision }: Admission,
	requested: string | readonly string[] | undefined,
): void {
	if (place) {
		const severalAsked =
			typeof requested === "string" && !/^\d+$/.test(requested);
		reply.header("reeve-account", severalAsked ? requested : place.account.id);
	}
	if (!decision) return;
	const headers = rateLimitHeaders(decision);
	reply.header("ratelimit-policy", headers.rateLimitPolicy);
	reply.header("ratelimit", headers.rateLimit);
}

/** The part of a request that shapes a successful answer. */
export interface Asked {
	method: string;
	/** The path of the request, without its query. */
	path: string;
	account: string | readonly string[] | undefined;
	ifNoneMatch: string | undefined;
}

/** Sends what an operation answered. The text is made once and handed over whole. */
export function sendOutcome(
	reply: FastifyReply,
	route: Route,
	{ output, replayed }: Outcome,
	asked: Asked,
): void {
	if (replayed) reply.header("idempotency-replayed", "true");
	const tag = entityTag(output);
	if (tag !== undefined) reply.header("etag", tag);
	if (
		tag !== undefined &&
		route.operation.access === "read" &&
		holdsAlready(asked.ifNoneMatch, tag)
	) {
		reply.code(304).send();
		return;
	}
	if (route.located) writeLocation(reply, output, asked);
	if (route.status === 204) {
		reply.code(204).send();
		return;
	}
	reply
		.code(route.status)
		.header("content-type", JSON_TYPE)
		.send(JSON.stringify(output));
}

/** Where the new object is read, in the same account as it was made. */
function writeLocation(
	reply: FastifyReply,
	output: unknown,
	{ path, account }: Asked,
): void {
	const id = (output as { id?: unknown } | null)?.id;
	if (typeof id !== "string") return;
	const scope = account === undefined ? "" : `?account=${account}`;
	reply.header(
		"location",
		`${path.replace(/\/$/, "")}/${encodeURIComponent(id)}${scope}`,
	);
}

/** Sends an error as a problem document. */
export function sendProblem(reply: FastifyReply, error: ReeveError): void {
	const { code, status, retryAfterMs } = error;
	// Not Basic, which this server takes too: a browser would ask its user for a password.
	if (code === "unauthenticated")
		reply.header("www-authenticate", 'Bearer realm="Reeve"');
	if (status === 429 || status === 503)
		reply.header("retry-after", wholeSeconds(retryAfterMs ?? 1000));
	reply
		.code(status)
		.header("content-type", PROBLEM_TYPE)
		.send(JSON.stringify(problemOf(error)));
}

/** Clients read Retry-After with an integer parser, and zero would ask them to try at once. */
function wholeSeconds(ms: number): string {
	return String(Math.max(1, Math.ceil(ms / 1000)));
}

/** The answer to a path or a method that no operation has. */
export function sendUnmatched(
	reply: FastifyReply,
	method: string,
	allowed: readonly string[],
): void {
	if (allowed.length === 0) {
		sendProblem(
			reply,
			new ReeveError("not_found", "Nothing is served at this path.", {
				reason: "path_not_found",
			}),
		);
		return;
	}
	reply.header("allow", allowed.join(", "));
	sendProblem(
		reply,
		new ReeveError(
			"method_not_allowed",
			`${method} is not a method of this path; ${allowed.join(", ")} are.`,
		),
	);
}
