import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { ReeveError } from "../kernel/errors.ts";
import { fromDatabase } from "../kernel/gate/database-errors.ts";
import type { Admission, Gate } from "../kernel/gate/gate.ts";
import type { GateRequest } from "../kernel/gate/request.ts";
import { rateLimitHeaders } from "../kernel/limits/ratelimit-headers.ts";
import type {
	Dialect,
	OpenRoute,
	WireAnswer,
	WireCall,
	WireRequest,
	WireRoute,
} from "./dialect.ts";

export interface DialectOptions {
	/** Told of what a caller only sees as an internal error. */
	onError: (error: unknown, requestId: string) => void;
}

/** Puts a dialect's routes on the server. Bodies arrive raw: each wire has its own idea of what a body is. */
export function serveDialect(
	app: FastifyInstance,
	gate: Gate,
	dialect: Dialect,
	options: DialectOptions,
): void {
	app.register(async (scope) => {
		scope.removeAllContentTypeParsers();
		scope.addContentTypeParser(
			"*",
			{ parseAs: "buffer" },
			(_request, body, done) => done(null, body),
		);
		for (const route of dialect.routes) {
			scope.route({
				method: route.method,
				url: route.path,
				exposeHeadRoute: false,
				handler: (request, reply) =>
					serve(gate, dialect, route, options, request, reply),
			});
		}
		for (const route of dialect.openRoutes ?? []) {
			scope.route({
				method: route.method,
				url: route.path,
				exposeHeadRoute: false,
				handler: (request, reply) =>
					serveOpen(gate, dialect, route, options, request, reply),
			});
		}
		// A body that is too large, or cut off, is refused before any handler; it is worded here too.
		scope.setErrorHandler((error, request, reply) =>
			send(
				reply,
				dialect,
				answerFor(
					dialect,
					asReeveError(error),
					toWire(request),
					options,
					request.id,
				),
				undefined,
				toWire(request),
			),
		);
	});
}

async function serve(
	gate: Gate,
	dialect: Dialect,
	route: WireRoute,
	options: DialectOptions,
	request: FastifyRequest,
	reply: FastifyReply,
): Promise<FastifyReply> {
	const wire = toWire(request);
	let admission: Admission = {};
	let answer: WireAnswer;
	try {
		admission = await gate.admit(
			gateRequest(gate, dialect, route, wire, request),
		);
		if (admission.error) throw admission.error;
		answer = await route.handle(wireCall(gate, dialect, wire, admission));
	} catch (error) {
		answer = answerFor(dialect, error, wire, options, request.id);
	}
	if (admission.place)
		reply.header(
			"reeve-account",
			accountShown(admission.place.accountIds, admission.place.account.id),
		);
	return send(reply, dialect, answer, admission, wire);
}

async function serveOpen(
	gate: Gate,
	dialect: Dialect,
	route: OpenRoute,
	options: DialectOptions,
	request: FastifyRequest,
	reply: FastifyReply,
): Promise<FastifyReply> {
	const wire = toWire(request);
	let answer: WireAnswer;
	try {
		answer = await route.handle(wire, gate.resources, () =>
			dialect.readBody(wire.body, header(wire, "content-type")),
		);
	} catch (error) {
		answer = answerFor(dialect, error, wire, options, request.id);
	}
	return send(reply, dialect, answer, undefined, wire);
}

function gateRequest(
	gate: Gate,
	dialect: Dialect,
	route: WireRoute,
	wire: WireRequest,
	request: FastifyRequest,
): GateRequest {
	return {
		operation: gate.resources.registry.get(route.operation),
		presented: dialect.credential(wire),
		account: (route.account ?? dialect.account)(wire),
		address: wire.address,
		userAgent: header(wire, "user-agent") ?? "",
		requestId: request.id,
		surface: dialect.name,
		...(route.perMinute === undefined && dialect.blockMs === undefined
			? {}
			: { window: windowOf(gate, dialect, route) }),
	};
}

/** A vendor's window is per endpoint of its wire, so it has a key of its own. */
function windowOf(
	gate: Gate,
	dialect: Dialect,
	route: WireRoute,
): NonNullable<GateRequest["window"]> {
	const operation = gate.resources.registry.get(route.operation);
	const { readsPerMinute, writesPerMinute } = gate.resources.limits;
	const perMinute =
		route.perMinute ??
		operation.perMinute ??
		(operation.access === "read" ? readsPerMinute : writesPerMinute);
	return {
		key: `${dialect.name} ${route.method} ${route.path}`,
		perMinute,
		...(dialect.blockMs === undefined ? {} : { blockMs: dialect.blockMs }),
	};
}

function wireCall(
	gate: Gate,
	dialect: Dialect,
	wire: WireRequest,
	admission: Admission,
): WireCall {
	const { visit } = admission;
	if (!visit) throw new Error("a call that was not let in cannot be served");
	let body: { value: unknown } | undefined;
	return {
		...wire,
		caller: visit.caller,
		place: visit.place,
		decision: visit.decision,
		resources: gate.resources,
		may: (operationId) => visit.may(operationId),
		run: async (operationId, input) =>
			(await visit.run(gate.resources.registry.get(operationId), input)).output,
		json() {
			body ??= {
				value: dialect.readBody(wire.body, header(wire, "content-type")),
			};
			return body.value;
		},
	};
}

function answerFor(
	dialect: Dialect,
	thrown: unknown,
	wire: WireRequest,
	options: DialectOptions,
	requestId: string,
): WireAnswer {
	const error = asReeveError(fromDatabase(thrown));
	if (error.code === "internal" || error.code === "unavailable")
		options.onError(error.cause ?? error, requestId);
	return {
		...dialect.error(error, wire),
		...(error.retryAfterMs === undefined
			? {}
			: {
					headers: {
						"retry-after": String(
							Math.max(1, Math.ceil(error.retryAfterMs / 1000)),
						),
					},
				}),
	};
}

/** Fastify's own refusals carry a status; anything else unknown is ours to hide. */
function asReeveError(error: unknown): ReeveError {
	if (error instanceof ReeveError) return error;
	const { statusCode } = error as { statusCode?: number };
	if (statusCode === 413)
		return new ReeveError("too_large", "The body is larger than 1 MiB.", {
			reason: "body",
		});
	if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
		return new ReeveError("malformed", "The request could not be read.", {
			reason: "request",
		});
	return new ReeveError(
		"internal",
		"The server could not process the request.",
		{ cause: error },
	);
}

function send(
	reply: FastifyReply,
	dialect: Dialect,
	answer: WireAnswer,
	admission: Admission | undefined,
	wire: WireRequest,
): FastifyReply {
	const decision = admission?.decision;
	reply
		.code(answer.status)
		.header("content-type", dialect.contentType)
		.header("x-request-id", reply.request.id)
		.header("cache-control", "no-store")
		.header("x-content-type-options", "nosniff");
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

function accountShown(
	accountIds: readonly string[],
	accountId: string,
): string {
	return accountIds.length === 1
		? (accountIds[0] as string)
		: accountIds.length === 0
			? accountId
			: "*";
}

function toWire(request: FastifyRequest): WireRequest {
	return {
		method: request.method,
		params: request.params as Record<string, string>,
		query: request.query as Record<string, string | string[]>,
		headers: request.headers,
		body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
		address: request.ip,
	};
}

/** One value of a header; the first where it was repeated. */
export function header(request: WireRequest, name: string): string | undefined {
	const value = request.headers[name];
	return Array.isArray(value) ? value[0] : value;
}
