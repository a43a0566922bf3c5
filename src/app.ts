import { randomBytes } from "node:crypto";
import Fastify, { type FastifyInstance, type FastifyReply } from "fastify";
import { closePromptly } from "./closing.ts";
import { answerUnreadableIn, dialects } from "./dialects/index.ts";
import { scrubSecrets } from "./kernel/credentials/format.ts";
import type { Log } from "./log.ts";
import type { Metrics } from "./metrics.ts";
import { refuseOnSocket } from "./refused-on-socket.ts";
import {
	API_PREFIX,
	answerUnreadable,
	readBodiesLater,
	refuse,
} from "./surfaces/rest/index.ts";

export const BODY_BYTES_MAX = 1024 * 1024;

/** How long a request may take from its first byte: the time to arrive, and the longest statement. */
const DEADLINE_MS = 60_000;

/** The HTTP server before any route: limits, request ids, one log line and one figure a request. */
export function createApp(options: {
	log: Log;
	metrics: Metrics;
	trustedProxies: readonly string[];
	deadlineMs?: number;
}): FastifyInstance {
	const { log, metrics, trustedProxies, deadlineMs = DEADLINE_MS } = options;
	const app = Fastify({
		logger: false,
		bodyLimit: BODY_BYTES_MAX,
		genReqId: requestId,
		trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
		requestTimeout: 30_000,
		handlerTimeout: deadlineMs,
		// A repeated header arrives joined, so that of two credentials neither is taken for the one.
		http: { joinDuplicateHeaders: true, connectionsCheckingInterval: 5000 },
		clientErrorHandler: refuseOnSocket,
		keepAliveTimeout: 72_000,
		forceCloseConnections: "idle",
		return503OnClosing: false,
		frameworkErrors: answerUnreadableIn(dialects, {
			prefix: API_PREFIX,
			answer: answerUnreadable,
		}),
		routerOptions: {
			ignoreDuplicateSlashes: true,
			ignoreTrailingSlash: true,
			maxParamLength: 512,
		},
	});
	readBodiesLater(app);
	app.setErrorHandler((thrown, request, reply) =>
		refuse(request, reply, thrown, {
			onError: (err, id) => log.error({ err, id }, "request failed"),
		}),
	);
	const served = new Set<FastifyReply>();
	closePromptly(app, served);
	app.addHook("onRequest", (_request, reply, done) => {
		const begunAt = performance.now();
		served.add(reply);
		metrics.inFlight.inc();
		// Not onResponse, which a caller that went away would leave waiting.
		reply.raw.once("close", () => {
			served.delete(reply);
			metrics.inFlight.dec();
			note(reply, performance.now() - begunAt, log, metrics);
		});
		done();
	});
	return app;
}

/** The status noted for a caller that went away before the answer, as other servers' logs have it. */
const GONE = 499;

/** The figures and the line of a request, answered or not. */
function note(
	reply: FastifyReply,
	ms: number,
	log: Log,
	metrics: Metrics,
): void {
	const { request } = reply;
	const { surface, operation } = routeLabels(request.routeOptions.url);
	const status = reply.raw.writableFinished ? reply.statusCode : GONE;
	metrics.requests.inc({ surface, operation, status });
	metrics.seconds.observe({ surface }, ms / 1000);
	if (operation === "/healthz" || operation === "/readyz") return;
	const account = reply.getHeader("reeve-account");
	log.request({
		id: request.id,
		method: request.method,
		path: pathOf(request.url),
		status,
		ms,
		account: typeof account === "string" ? account : undefined,
		address: request.ip,
	});
}

const processPart = randomBytes(3).toString("hex");
let requestCount = 0;

/** Sortable by time: 48 bits of milliseconds, then 24 random ones of this process and a count of 24. */
function requestId(): string {
	requestCount = (requestCount + 1) & 0xffffff;
	const time = Date.now().toString(16).padStart(12, "0");
	return time + processPart + requestCount.toString(16).padStart(6, "0");
}

/** The route's pattern, never the path a caller made up, so figures stay few. */
function routeLabels(pattern: string | undefined): {
	surface: string;
	operation: string;
} {
	if (pattern === undefined) return { surface: "none", operation: "unknown" };
	if (pattern.startsWith("/api/v1/"))
		return { surface: "rest", operation: pattern };
	if (pattern.startsWith("/api/json/"))
		return { surface: "opmanager", operation: pattern };
	if (pattern.startsWith("/api/"))
		return { surface: "netbird", operation: pattern };
	if (pattern.startsWith("/v1/"))
		return { surface: "umbrella", operation: pattern };
	return { surface: "server", operation: pattern };
}

/** Without the query, where vendors' clients put keys, and without what looks like one in the path. */
function pathOf(url: string): string {
	const end = url.indexOf("?");
	return scrubSecrets((end < 0 ? url : url.slice(0, end)).slice(0, 500));
}
