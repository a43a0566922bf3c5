import { ReeveError } from "../../kernel/errors.ts";
import { BODY_BYTES_MAX } from "./json-body.ts";
import { toReeveError } from "./problem.ts";

/** What the HTTP layer refuses before or beside a handler, in our words; its own would name its parts. */
export function fromHttpLayer(thrown: unknown): ReeveError {
	if (thrown instanceof ReeveError) return thrown;
	const { code, statusCode } = (thrown ?? {}) as {
		code?: string;
		statusCode?: number;
	};
	if (code === "FST_ERR_HANDLER_TIMEOUT")
		return new ReeveError(
			"unavailable",
			"The request took too long; whether it took effect is not known.",
			{ reason: "deadline", cause: thrown },
		);
	switch (statusCode) {
		case 413:
			return new ReeveError(
				"too_large",
				`The body is larger than ${BODY_BYTES_MAX} bytes.`,
				{ reason: "body" },
			);
		case 415:
			return new ReeveError(
				"unsupported_media_type",
				"The body must be sent as application/json.",
				{ reason: "content_type" },
			);
		case 400:
			return new ReeveError("malformed", "The request is malformed.", {
				reason: "request",
			});
		default:
			return toReeveError(thrown);
	}
}
