import type { FastifyReply, FastifyRequest } from "fastify";
import { setCookieText } from "../../kernel/credentials/session-cookie.ts";
import type { CarriedToken, OpenAnswer } from "../../kernel/open-call.ts";
import { isSecure } from "../rest/presented.ts";

/** Puts what an open call answered into the browser's cookies, and nowhere else. */
export function writeCookies(
	request: FastifyRequest,
	reply: FastifyReply,
	answer: Pick<OpenAnswer<unknown>, "session" | "attempt">,
	publicUrl: string,
	nowMs: number,
): void {
	const secure = isSecure(request, publicUrl);
	for (const kind of ["session", "attempt"] as const) {
		const carried = answer[kind];
		if (carried === undefined) continue;
		const value = carried && withMaxAge(carried, nowMs);
		reply.header("set-cookie", setCookieText(kind, secure, value));
	}
}

function withMaxAge({ token, expiresAt }: CarriedToken, nowMs: number) {
	const maxAgeSeconds = Math.floor((expiresAt.getTime() - nowMs) / 1000);
	return { token, maxAgeSeconds };
}
