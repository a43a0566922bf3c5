import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ReeveError } from "../kernel/errors.ts";
import type { Admission, Gate } from "../kernel/gate/gate.ts";
import type { GateRequest } from "../kernel/gate/request.ts";
import {
	answerFor,
	type DialectOptions,
	send,
	wordFailures,
} from "./answer.ts";
import type {
	Dialect,
	OpenRoute,
	WireAnswer,
	WireCall,
	WireRequest,
	WireRoute,
} from "./dialect.ts";
import { serveUnmatched } from "./unmatched.ts";
import { header, keepBodiesRaw, toWire } from "./wire-request.ts";

/** Puts a dialect's routes on the server, and its words for what none of them serves. */
export function serveDialect(
	app: FastifyInstance,
	gate: Gate,
	dialect: Dialect,
	options: DialectOptions,
): void {
	app.register(async (scope) => {
		keepBodiesRaw(scope);
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
		wordFailures(scope, dialect, options);
	});
	serveUnmatched(app, dialect, options);
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
		answer = admission.error
			? withoutAccount(route, wire, admission.error)
			: await handle(route, wireCall(gate, dialect, wire, admission));
	} catch (error) {
		answer = answerFor(dialect, error, wire, options, request.id);
	}
	return send(reply, dialect, answer, admission, wire);
}

async function handle(route: WireRoute, call: WireCall): Promise<WireAnswer> {
	// Whoever may not do this learns nothing of how it is done; the gate refuses and notes it.
	if (!call.may(route.operation)) await call.run(route.operation, {});
	return route.handle(call);
}

/** A refusal at the door goes on as it is, but where a wire answers an unknown account with nothing found. */
function withoutAccount(
	route: WireRoute,
	wire: WireRequest,
	refused: ReeveError,
): WireAnswer {
	if (refused.reason !== "account_not_found" || !route.absentAccount)
		throw refused;
	return route.absentAccount(wire);
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
		answer = await gate.open(wire.address, () =>
			route.handle(wire, { ...gate.resources, requestId: request.id }, () =>
				dialect.readBody(wire.body, header(wire, "content-type")),
			),
		);
	} catch (error) {
		answer = answerFor(dialect, error, wire, options, request.id);
	}
	return send(reply, dialect, answer, {}, wire);
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
		key: `${dialect.name} ${route.endpoint ?? `${route.method} ${route.path}`}`,
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
