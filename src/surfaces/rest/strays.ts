import type { FastifyReply, FastifyRequest } from "fastify";
import { ReeveError } from "../../kernel/errors.ts";
import { sendProblem, sendUnmatched, writeSharedHeaders } from "./answer.ts";

/** Answers a request for a path that no surface serves. */
export function answerNowhere(
	request: FastifyRequest,
	reply: FastifyReply,
): void {
	writeSharedHeaders(reply, request.id);
	sendUnmatched(reply, request.method, []);
}

/** Answers a request whose path cannot be read, before it could be matched to any surface. */
export function answerUnreadable(
	_error: unknown,
	request: FastifyRequest,
	reply: FastifyReply,
): void {
	writeSharedHeaders(reply, request.id);
	sendProblem(
		reply,
		new ReeveError(
			"malformed",
			"The path is not properly encoded, or a part of it is too long.",
			{ reason: "path" },
		),
	);
}
