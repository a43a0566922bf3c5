import type { FastifyInstance, FastifyReply } from "fastify";
import { ReeveError, unavailable } from "../kernel/errors.ts";
import { fromDatabase } from "../kernel/gate/database-errors.ts";
import type { Place } from "../kernel/gate/enter-scope.ts";
import type { Decision } from "../kernel/limits/limiter.ts";
import { rateLimitHeaders } from "../kernel/limits/ratelimit-headers.ts";
import type { Dialect, WireAnswer, WireRequest } from "./dialect.ts";
import { toWire } from "./wire-request.ts";

export interface DialectOptions {
	/** Told of what a caller only sees as an internal error. */
	onError: (error: unknown, requestId: string) => void;
}

/** A body that is too large, or cut off, is refused before any handler; it is worded as the dialect's own refusals are. */
export function wordFailures(
	scope: FastifyInstance,
	dialect: Dialect,
	options: DialectOptions,
): void {
	scope.setErrorHandler((error, request, reply) => {
		const wire = toWire(request);
		const answer = answerFor(dialect, error, wire, options, request.id);
		return send(reply, dialect, answer, {}, wire);
	});
}

/** Any thrown thing in the words of the dialect; what is the server's own fault goes to the log. */
export function answerFor(
	dialect: Dialect,
	thrown: unknown,
	wire: WireRequest,
	options: DialectOptions,
	requestId: string,
): WireAnswer {
	const error = asReeveError(thrown);
	if (error.code === "internal" || error.code === "unavailable")
		options.onError(error.cause ?? error, requestId);
	const answer = dialect.error(error, wire);
	if (error.retryAfterMs === undefined) return answer;
	const seconds = Math.max(1, Math.ceil(error.retryAfterMs / 1000));
	return {
		...answer,
		headers: { "retry-after": String(seconds), ...answer.headers },
	};
}

/** The HTTP layer's own refusals carry a status; anything else unknown is ours to hide. */
function asReeveError(thrown: unknown): ReeveError {
	if (thrown instanceof ReeveError) return thrown;
	const { statusCode } = (thrown ?? {}) as { statusCode?: number };
	if (statusCode === 413)
		return new ReeveError("too_large", "The body is larger than 1 MiB.", {
			reason: "body",
		});
	if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
		return new ReeveError("malformed", "The request could not be read.", {
			reason: "request",
		});
	if (statusCode === 503)
		return unavailable(
			"The request took too long; whether it took effect is not known.",
			thrown,
		);
	const error = fromDatabase(thrown);
	if (error instanceof ReeveError) return error;
	return new ReeveError(
		"internal",
		"The server could not process the request.",
		{ cause: error },
	);
}

/** Sends an answer with the headers that every answer has, those of the budget, and the dialect's own. */
export function send(
	reply: FastifyReply,
	dialect: Dialect,
	answer: WireAnswer,
	admission: { decision?: Decision; place?: Place },
	wire: WireRequest,
): FastifyReply {
	const { decision, place } = admission;
	reply
		.code(answer.status)
		.header("content-type", dialect.contentType)
		.header("x-request-id", reply.request.id)
		.header("cache-control", "no-store")
		.header("x-content-type-options", "nosniff");
	if (place) reply.header("reeve-account", accountShown(place));
	if (decision) {
		const { rateLimit, rateLimitPolicy } = rateLimitHeaders(decision);
		reply
			.header("ratelimit-policy", rateLimitPolicy)
			.header("ratelimit", rateLimit);
	}
	reply.headers(dialect.headers(decision, wire, answer.status));
	if (answer.headers) reply.headers(answer.headers);
	if (answer.body === undefined) return reply.send();
	return reply.send(
		typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body),
	);
}

function accountShown({ account, accountIds }: Place): string {
	if (accountIds.length === 0) return account.id;
	return accountIds.length === 1 ? (accountIds[0] as string) : "*";
}
