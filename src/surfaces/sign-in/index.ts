import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Gate } from "../../kernel/gate/gate.ts";
import { runOpenCall } from "../../kernel/gate/open-visit.ts";
import type { AnyOpenCall } from "../../kernel/open-call.ts";
import { writeSharedHeaders } from "../rest/answer.ts";
import {
	API_PREFIX,
	type RestOptions,
	readBodiesLater,
	refuse,
} from "../rest/index.ts";
import { writeCookies } from "./cookies.ts";
import { readOpenInput, readOpenRequest } from "./open-request.ts";
import { addSsoCallback } from "./sso-callback.ts";

/** Serves every open call below `/api/v1`: the ways to become somebody, which no credential can guard. */
export function registerSignIn(
	app: FastifyInstance,
	gate: Gate,
	calls: readonly AnyOpenCall[],
	options: RestOptions,
): void {
	app.register(
		async (scope) => {
			readBodiesLater(scope);
			scope.setErrorHandler((thrown, request, reply) =>
				refuse(request, reply, thrown, options),
			);
			for (const call of calls) addCall(scope, gate, call, options);
			addSsoCallback(scope);
		},
		{ prefix: API_PREFIX },
	);
}

function addCall(
	scope: FastifyInstance,
	gate: Gate,
	call: AnyOpenCall,
	options: RestOptions,
): void {
	scope.route({
		method: call.method,
		url: call.path,
		...(options.deadlineMs ? { handlerTimeout: options.deadlineMs } : {}),
		handler: async (request, reply) => {
			try {
				await serve(gate, call, request, reply);
			} catch (thrown) {
				refuse(request, reply, thrown, options);
			}
			return reply;
		},
	});
}

async function serve(
	gate: Gate,
	call: AnyOpenCall,
	request: FastifyRequest,
	reply: FastifyReply,
): Promise<void> {
	const { publicUrl, clock } = gate.resources;
	const asked = readOpenRequest(request, publicUrl, call.method !== "GET");
	const input = readOpenInput(call, request);
	const answer = await runOpenCall(gate, call, input, asked);
	writeSharedHeaders(reply, request.id);
	writeCookies(request, reply, answer, publicUrl, clock.nowMs());
	reply
		.code(200)
		.header("content-type", "application/json; charset=utf-8")
		.send(JSON.stringify(answer.output));
}
