import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ReeveError } from "../../kernel/errors.ts";
import type { Gate } from "../../kernel/gate/gate.ts";
import type { Outcome, Visit } from "../../kernel/gate/pipeline.ts";
import type { GateRequest } from "../../kernel/gate/request.ts";
import {
	sendOutcome,
	sendProblem,
	sendUnmatched,
	writeAdmission,
	writeSharedHeaders,
} from "./answer.ts";
import { readCallOptions } from "./call-options.ts";
import { fromHttpLayer } from "./http-errors.ts";
import { readInput } from "./input.ts";
import { BODY_BYTES_MAX, readJsonBody } from "./json-body.ts";
import { pathMethods, type ServedPath } from "./path-methods.ts";
import { readCaller } from "./presented.ts";
import { API_PREFIX, type Route, routesOf } from "./route.ts";

export { API_PREFIX } from "./route.ts";
export { answerNowhere, answerUnreadable } from "./strays.ts";

export interface RestOptions {
	/** Told of every error that is the server's own, with the id under which the caller can report it. */
	onError(error: unknown, requestId: string): void;
	/** Milliseconds after which a call that has not answered gets 503; none unless said. */
	deadlineMs?: number;
	/** What other surfaces serve below the same prefix, so that a wrong method there is told from a wrong path. */
	beside?: readonly ServedPath[];
}

const USER_AGENT_MAX = 500;

/** Serves every operation of the gate's registry below `/api/v1`. Request ids are those of the app. */
export function registerRest(
	app: FastifyInstance,
	gate: Gate,
	options: RestOptions,
): void {
	const routes = routesOf(gate.resources.registry);
	const methodsOf = pathMethods([
		...routes.map(({ operation }) => operation),
		...(options.beside ?? []),
	]);
	app.register(
		async (scope) => {
			readBodiesLater(scope);
			scope.setErrorHandler((thrown, request, reply) =>
				refuse(request, reply, thrown, options),
			);
			scope.setNotFoundHandler((request, reply) => {
				writeSharedHeaders(reply, request.id);
				sendUnmatched(reply, request.method, methodsOf(pathOf(request)));
			});
			for (const route of routes) addRoute(scope, gate, route, options);
		},
		{ prefix: API_PREFIX },
	);
}

/** Bodies stay bytes until the caller is known: a stranger hears 401, whatever was sent. */
export function readBodiesLater(scope: FastifyInstance): void {
	scope.removeAllContentTypeParsers();
	scope.addContentTypeParser(
		"*",
		{ parseAs: "buffer", bodyLimit: BODY_BYTES_MAX },
		(_request, body, done) => done(null, body),
	);
}

function addRoute(
	scope: FastifyInstance,
	gate: Gate,
	route: Route,
	options: RestOptions,
): void {
	const { method, path } = route.operation;
	scope.route({
		method,
		url: path.replaceAll(/\{([^}]+)\}/g, ":$1"),
		bodyLimit: BODY_BYTES_MAX,
		...(options.deadlineMs ? { handlerTimeout: options.deadlineMs } : {}),
		handler: async (request, reply) => {
			try {
				await serve(gate, route, request, reply);
			} catch (thrown) {
				refuse(request, reply, thrown, options);
			}
			return reply;
		},
	});
}

/** The life of a native request: matched already; admit, read the input, run, answer. */
async function serve(
	gate: Gate,
	route: Route,
	request: FastifyRequest,
	reply: FastifyReply,
): Promise<void> {
	const { account } = request.query as { account?: string | string[] };
	const { publicUrl } = gate.resources;
	const admission = await gate.admit(
		toGateRequest(route, request, account, publicUrl),
	);
	writeAdmission(reply, admission, account);
	if (!admission.visit) throw admission.error;
	const outcome = await run(admission.visit, route, request);
	writeSharedHeaders(reply, request.id);
	sendOutcome(reply, route, outcome, {
		method: request.method,
		path: pathOf(request),
		account,
		ifNoneMatch: request.headers["if-none-match"],
	});
}

function toGateRequest(
	route: Route,
	request: FastifyRequest,
	account: string | readonly string[] | undefined,
	publicUrl: string,
): GateRequest {
	const { headers } = request;
	const presented = readCaller(request, publicUrl);
	return {
		operation: route.operation,
		presented,
		account,
		address: request.ip,
		userAgent: userAgentOf(request),
		origin: headers.origin,
		requestId: request.id,
		surface: presented.kind === "session" ? "console" : "rest",
	};
}

/** What the caller says it is, cut to what a log needs. */
export function userAgentOf({ headers }: FastifyRequest): string {
	return headers["user-agent"]?.slice(0, USER_AGENT_MAX) ?? "";
}

/** A request whose form is wrong still shows its fault only to those whom the operation is open to. */
async function run(
	visit: Visit,
	route: Route,
	request: FastifyRequest,
): Promise<Outcome> {
	const { operation } = route;
	let input: unknown;
	let options: ReturnType<typeof readCallOptions>;
	try {
		options = readCallOptions(route, request.headers);
		input = readInputOf(route, request);
	} catch (error) {
		if (!visit.may(operation.id)) return visit.run(operation, {});
		throw error;
	}
	return visit.run(operation, input, options);
}

function readInputOf(route: Route, request: FastifyRequest): unknown {
	const { headers } = request;
	return readInput(
		route,
		request.params as Record<string, string>,
		request.query as Record<string, unknown>,
		() =>
			readJsonBody(
				request.body as Buffer | undefined,
				headers["content-type"],
				headers["content-encoding"],
			),
	);
}

/** Answers with a problem; what is the server's own fault goes to the log in full, and to the caller in one word. */
export function refuse(
	request: FastifyRequest,
	reply: FastifyReply,
	thrown: unknown,
	options: RestOptions,
): void {
	const error: ReeveError = fromHttpLayer(thrown);
	if (error.cause !== undefined) options.onError(error.cause, request.id);
	else if (error.status === 500) options.onError(error, request.id);
	if (reply.sent) return;
	writeSharedHeaders(reply, request.id);
	sendProblem(reply, error);
}

/** The path of a request without its query. */
function pathOf(request: FastifyRequest): string {
	const { url } = request;
	const end = url.indexOf("?");
	return end < 0 ? url : url.slice(0, end);
}
