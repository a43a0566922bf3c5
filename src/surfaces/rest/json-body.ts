import { isUtf8 } from "node:buffer";
import { type Fault, ReeveError } from "../../kernel/errors.ts";

/** Largest request body, in bytes. */
export const BODY_BYTES_MAX = 1_048_576;

/** Deeper than any input of ours, and shallow enough for every recursive reader behind this one. */
const DEPTH_MAX = 64;
const JSON_TYPE = /^application\/(?:[\w.!#$&^-]+\+)?json\s*(?:;|$)/i;

/**
 * Reads a request body as one JSON object. No body is an empty object.
 * @throws unsupported_media_type, or malformed naming what is wrong
 */
export function readJsonBody(
	body: Buffer | undefined,
	contentType: string | undefined,
	contentEncoding: string | undefined,
): Record<string, unknown> {
	if (body === undefined || body.length === 0) return {};
	if (contentType === undefined || !JSON_TYPE.test(contentType))
		throw unsupported("The body must be sent as application/json.");
	if (contentEncoding !== undefined && contentEncoding !== "identity")
		throw unsupported("The body must be sent without a content encoding.");
	const value = parse(body);
	if (value === null || typeof value !== "object" || Array.isArray(value))
		throw malformed("object", "The body must be a JSON object.");
	refuseHostile(value, 1);
	return value as Record<string, unknown>;
}

function parse(body: Buffer): unknown {
	if (!isUtf8(body)) throw malformed("utf8", "The body must be UTF-8.");
	try {
		return JSON.parse(body.toString("utf8"));
	} catch (error) {
		throw malformed("json", `The body is not valid JSON${where(error)}.`);
	}
}

/** The position alone: the parser's own message repeats parts of the body, which may hold a secret. */
function where(error: unknown): string {
	const position = /position (\d+)/.exec((error as Error).message)?.[1];
	return position === undefined ? "" : ` (at position ${position})`;
}

/** Refuses names that reach an object's prototype when copied carelessly, and nesting that would exhaust a stack. */
function refuseHostile(value: object, depth: number): void {
	if (depth > DEPTH_MAX)
		throw malformed("depth", `The body is nested deeper than ${DEPTH_MAX}.`);
	for (const name of Object.keys(value)) {
		const child = (value as Record<string, unknown>)[name];
		if (name === "__proto__" || (name === "constructor" && hasPrototype(child)))
			throw malformed("name", `${name} is not a field of any input.`);
		if (child !== null && typeof child === "object")
			refuseHostile(child, depth + 1);
	}
}

function hasPrototype(value: unknown): boolean {
	return (
		value !== null &&
		typeof value === "object" &&
		Object.hasOwn(value, "prototype")
	);
}

function unsupported(message: string): ReeveError {
	return new ReeveError("unsupported_media_type", message, {
		reason: "content_type",
	});
}

function malformed(rule: string, message: string): ReeveError {
	const fault: Fault = { pointer: "", rule, message };
	return new ReeveError("malformed", message, {
		reason: rule,
		faults: [fault],
	});
}
