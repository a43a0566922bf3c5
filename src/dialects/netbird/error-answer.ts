import type { ReeveError } from "../../kernel/errors.ts";
import type { WireAnswer } from "../dialect.ts";
import { Refusal } from "./refusal.ts";

/** Every error is `{"message", "code"}`, where the code repeats the status, followed by a newline. */
export function errorAnswer(error: ReeveError): WireAnswer {
	const status = statusOf(error);
	const message = textOf(error);
	// The vendor writes its messages in lower case, names and ids too, but for those of 400.
	const text = status === 400 ? message : message.toLowerCase();
	return {
		status,
		body: `${JSON.stringify({ message: text, code: status })}\n`,
	};
}

/** What is wrong with a field is 422 here; what cannot be read at all is 400. */
function statusOf(error: ReeveError): number {
	if (error instanceof Refusal) return error.wireStatus;
	if (preconditions.includes(error.reason ?? "")) return 412;
	return error.code === "invalid" ? 422 : error.status;
}

/** What something else still depends on, or what does not suit what it is asked of. */
const preconditions = ["endpoint_linked", "endpoint_without_user"];

function textOf(error: ReeveError): string {
	if (error instanceof Refusal) return error.message;
	switch (error.code) {
		case "unauthenticated":
			return error.reason === "no_credential"
				? "no valid authentication provided"
				: "token invalid";
		case "not_found":
			return notFoundText(error.facts);
		case "forbidden":
			return forbiddenTexts[error.reason ?? ""] ?? plain(error.message);
		case "too_many_requests":
			return "too many requests";
		case "method_not_allowed":
			return "method not allowed";
		case "internal":
			return "internal server error";
		default:
			return plain(error.message);
	}
}

const forbiddenTexts: Readonly<Record<string, string>> = {
	role: "permission denied",
	user_blocked: "failed to validate user permissions: user is blocked",
	user_pending: "failed to validate user permissions: user is pending approval",
	token_of_another_user: "admin role required to perform this action",
};

/** Our nouns as this wire calls them. */
const nouns: Readonly<Record<string, string>> = {
	endpoint: "peer",
	key: "pat",
	invitation: "invite",
};

function notFoundText({ kind, id }: ReeveError["facts"]): string {
	if (kind === undefined) return "not found";
	const noun = nouns[kind] ?? String(kind);
	if (id === undefined) return `${noun} not found`;
	return noun === "peer" || noun === "account"
		? `${noun} not found: ${id}`
		: `${noun}: ${id} not found`;
}

/** Our own sentences in this wire's words and manner. */
function plain(message: string): string {
	return message
		.replaceAll(/\bendpoint(s?)\b/g, "peer$1")
		.replaceAll(/\bendpoint_id\b/g, "peer")
		.replace(/\.$/, "");
}
