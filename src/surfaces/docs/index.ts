import type { FastifyInstance, FastifyReply } from "fastify";
import { acceptsGzip } from "../openapi/index.ts";
import { bundleName, plainBundle, zippedBundle } from "./bundle.ts";
import {
	contentSecurityPolicy,
	type DescribedApi,
	page,
	startScript,
} from "./page.ts";

export type { DescribedApi } from "./page.ts";

const SCRIPT_TYPE = "text/javascript; charset=utf-8";
const KEEP_FOREVER = "public, max-age=31536000, immutable";

/** Serves the API reference at `/docs`, from this server alone. The first document is the one it opens with. */
export function registerDocs(
	app: FastifyInstance,
	apis: readonly DescribedApi[],
): void {
	const start = startScript(apis);
	app.get("/docs", (_request, reply) => {
		writeSafety(reply)
			.header("content-security-policy", contentSecurityPolicy)
			.header("content-type", "text/html; charset=utf-8")
			.header("cache-control", "no-cache")
			.send(page);
	});
	app.get("/docs/start.js", (_request, reply) => {
		writeSafety(reply)
			.header("content-type", SCRIPT_TYPE)
			.header("cache-control", "no-cache")
			.send(start);
	});
	app.get(`/docs/${bundleName}`, (request, reply) => {
		writeSafety(reply)
			.header("content-type", SCRIPT_TYPE)
			.header("cache-control", KEEP_FOREVER)
			.header("vary", "accept-encoding");
		return acceptsGzip(request.headers["accept-encoding"])
			? reply.header("content-encoding", "gzip").send(zippedBundle())
			: reply.send(plainBundle());
	});
}

function writeSafety(reply: FastifyReply): FastifyReply {
	return reply
		.header("x-content-type-options", "nosniff")
		.header("referrer-policy", "no-referrer");
}
