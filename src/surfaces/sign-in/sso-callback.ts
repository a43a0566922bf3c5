import type { FastifyInstance } from "fastify";
import { CALLBACK_PATH } from "../../modules/identity-providers/index.ts";

/** What an identity provider answers with (RFC 6749, section 4.1.2; RFC 9207); all else is left behind. */
const FIELDS = new Set([
	"code",
	"state",
	"iss",
	"error",
	"error_description",
	"error_uri",
]);
const ANSWER_MAX = 8000;

/**
 * Where an identity provider sends the browser back to. That navigation starts at a foreign site, so the browser
 * brings none of our cookies, which are `SameSite=Strict`; neither the attempt that this must be the end of could be
 * read here, nor would the session that it makes be sent with what the page loads next. So nothing is decided here:
 * the answer is handed, behind a `#` that no server sees, to a page of our own, which calls `sign_in.complete_sso` from
 * our own site. See docs/decisions/0011.
 */
export function addSsoCallback(scope: FastifyInstance): void {
	scope.get(CALLBACK_PATH, async (request, reply) => {
		const { search } = new URL(request.url, "http://localhost");
		const answer = [...new URLSearchParams(search)].filter(([name]) =>
			FIELDS.has(name),
		);
		const behind = new URLSearchParams(answer).toString().slice(0, ANSWER_MAX);
		return reply
			.code(303)
			.header("location", `/sign-in/sso#${behind}`)
			.header("cache-control", "no-store")
			.header("referrer-policy", "no-referrer")
			.send();
	});
}
