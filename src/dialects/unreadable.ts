import type { FastifyReply, FastifyRequest } from "fastify";
import { ReeveError } from "../kernel/errors.ts";
import { send } from "./answer.ts";
import type { Dialect } from "./dialect.ts";
import { toWire } from "./wire-request.ts";

type Answer = (
	error: unknown,
	request: FastifyRequest,
	reply: FastifyReply,
) => void;

/**
 * Answers a request whose path cannot be read, which the router matches to nothing, in the words of the wire that its
 * beginning names.
 * @param native the beginning of the native paths, which lie below that of a dialect, and their answer, which is also
 *   that of all paths that no dialect has
 */
export function answerUnreadableIn(
	dialects: readonly Dialect[],
	native: { prefix: string; answer: Answer },
): Answer {
	const longestFirst = [...dialects].sort(
		(a, b) => b.prefix.length - a.prefix.length,
	);
	return (thrown, request, reply) => {
		const below = (prefix: string) => request.url.startsWith(`${prefix}/`);
		const dialect = below(native.prefix)
			? undefined
			: longestFirst.find(({ prefix }) => below(prefix));
		if (!dialect) return native.answer(thrown, request, reply);
		const wire = toWire(request);
		const error = new ReeveError(
			"malformed",
			"The path is not properly encoded, or a part of it is too long.",
			{ reason: "path" },
		);
		send(reply, dialect, dialect.error(error, wire), {}, wire);
	};
}
