import type { FastifyInstance } from "fastify";
import { ReeveError } from "../kernel/errors.ts";
import {
	answerFor,
	type DialectOptions,
	send,
	wordFailures,
} from "./answer.ts";
import type { Dialect } from "./dialect.ts";
import { keepBodiesRaw, toWire } from "./wire-request.ts";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"] as const;

/** Answers what no route of the dialect serves, in its words: unknown paths below its prefix, and other methods. */
export function serveUnmatched(
	app: FastifyInstance,
	dialect: Dialect,
	options: DialectOptions,
): void {
	app.register(
		async (scope) => {
			keepBodiesRaw(scope);
			wordFailures(scope, dialect, options);
			scope.setNotFoundHandler((request, reply) => {
				const wire = toWire(request);
				const error = new ReeveError(
					"not_found",
					"Nothing is served at this path.",
					{ reason: "path_not_found" },
				);
				const answer = answerFor(dialect, error, wire, options, request.id);
				return send(reply, dialect, answer, {}, wire);
			});
		},
		{ prefix: dialect.prefix },
	);
	app.register(async (scope) => {
		keepBodiesRaw(scope);
		wordFailures(scope, dialect, options);
		for (const [path, methods] of methodsOf(dialect)) {
			refuseOtherMethods(scope, dialect, path, methods, options);
			if (dialect.preflight) answerPreflights(scope, dialect, path);
		}
	});
}

/** The methods of each path. Two spellings of a path that differ in names of parameters alone are one path. */
function methodsOf(dialect: Dialect): Map<string, Set<string>> {
	const byPath = new Map<string, Set<string>>();
	for (const { path, method } of [
		...dialect.routes,
		...(dialect.openRoutes ?? []),
	]) {
		const spelling = path.replaceAll(/:\w+/g, ":part");
		byPath.set(spelling, (byPath.get(spelling) ?? new Set()).add(method));
	}
	return byPath;
}

/** The router itself then tells a path that nobody serves (404) from one that is served by other methods (405). */
function refuseOtherMethods(
	scope: FastifyInstance,
	dialect: Dialect,
	path: string,
	methods: ReadonlySet<string>,
	options: DialectOptions,
): void {
	const allowed = [...methods].join(", ");
	scope.route({
		method: METHODS.filter((method) => !methods.has(method)),
		url: path,
		exposeHeadRoute: false,
		handler: (request, reply) => {
			const wire = toWire(request);
			const error = new ReeveError(
				"method_not_allowed",
				`${request.method} is not a method of this path; ${allowed} is.`,
			);
			const answer = answerFor(dialect, error, wire, options, request.id);
			reply.header("allow", allowed);
			return send(reply, dialect, answer, {}, wire);
		},
	});
}

function answerPreflights(
	scope: FastifyInstance,
	dialect: Dialect,
	path: string,
): void {
	scope.options(path, (request, reply) =>
		reply
			.code(204)
			.header("x-request-id", request.id)
			.headers(dialect.preflight?.(toWire(request)) ?? {})
			.send(),
	);
}
