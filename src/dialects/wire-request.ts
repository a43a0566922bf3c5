import type { FastifyInstance, FastifyRequest } from "fastify";
import type { WireRequest } from "./dialect.ts";

/** Bodies arrive raw: each wire has its own idea of what a body is, and a stranger's is not read at all. */
export function keepBodiesRaw(scope: FastifyInstance): void {
	scope.removeAllContentTypeParsers();
	scope.addContentTypeParser(
		"*",
		{ parseAs: "buffer" },
		(_request, body, done) => done(null, body),
	);
}

export function toWire(request: FastifyRequest): WireRequest {
	return {
		id: request.id,
		method: request.method,
		route: request.routeOptions.url ?? "",
		params: (request.params ?? {}) as Record<string, string>,
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
