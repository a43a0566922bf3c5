import { ReeveError } from "../../kernel/errors.ts";

/**
 * Reads a body: JSON whatever the content type says, for the vendor's own examples send none or a wrong one; a form
 * where the text is no JSON and says that it is one. No body is an empty object.
 * @throws malformed
 */
export function readBody(
	body: Buffer,
	contentType: string | undefined,
): Record<string, unknown> {
	const text = body.toString("utf8").replace(/^\uFEFF/, "");
	if (text.trim() === "") return {};
	const isForm = /^application\/x-www-form-urlencoded/i.test(contentType ?? "");
	if (isForm && !/^\s*[[{]/.test(text)) return readForm(text);
	const value = parseJson(text);
	if (value === null || typeof value !== "object" || Array.isArray(value))
		throw malformed("The body must be a JSON object.");
	return value as Record<string, unknown>;
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw malformed("Invalid request payload JSON format");
	}
}

/** Repeated names become a list, with or without brackets behind them. */
function readForm(text: string): Record<string, unknown> {
	const fields = new Map<string, string[]>();
	for (const [key, value] of new URLSearchParams(text)) {
		const name = key.replace(/\[\]$/, "");
		fields.set(name, [...(fields.get(name) ?? []), value]);
	}
	return Object.fromEntries(
		[...fields].map(([name, values]) => [
			name,
			values.length === 1 ? values[0] : values,
		]),
	);
}

function malformed(message: string): ReeveError {
	return new ReeveError("malformed", message, { reason: "body" });
}
