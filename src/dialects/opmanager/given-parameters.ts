import type { WireRequest } from "../dialect.ts";
import { ParameterFault } from "./parameter-fault.ts";

/** A parameter as it came: text, or why it is none. */
export type Given = string | typeof REPEATED | typeof STRUCTURED;
export type GivenParameters = ReadonlyMap<string, Given>;

export const REPEATED = Symbol("repeated");
export const STRUCTURED = Symbol("structured");

/**
 * The parameters of a request, wherever its client put them: query, form body, or the fields of a JSON body. The query
 * wins. @throws ParameterFault for a body that cannot be read
 */
export function givenParameters(request: WireRequest): GivenParameters {
	const given = new Map(bodyParameters(request));
	for (const [name, value] of Object.entries(request.query))
		given.set(name, typeof value === "string" ? value : REPEATED);
	return given;
}

/** The parameters as far as they can be read: for what must be known before a body may be found fault with. */
export function readableParameters(request: WireRequest): GivenParameters {
	try {
		return givenParameters(request);
	} catch {
		return givenParameters({ ...request, body: Buffer.alloc(0) });
	}
}

function bodyParameters({ body, headers }: WireRequest): [string, Given][] {
	return readBody(body, String(headers["content-type"] ?? ""));
}

/** Clients send no body under a JSON content type, `null`, `{}`, or a form; all of that is well. */
export function readBody(
	body: Buffer,
	contentType: string | undefined,
): [string, Given][] {
	const text = body.toString("utf8").replace(/^\uFEFF/, "");
	if (text.trim() === "") return [];
	const isJson = /\bjson\b/i.test(contentType ?? "") || /^\s*[[{]/.test(text);
	return isJson ? readJson(text) : readForm(text);
}

function readForm(text: string): [string, Given][] {
	const fields = new Map<string, Given>();
	for (const [name, value] of new URLSearchParams(text))
		fields.set(name, fields.has(name) ? REPEATED : value);
	return [...fields];
}

function readJson(text: string): [string, Given][] {
	const value = parse(text);
	if (value === null) return [];
	if (typeof value !== "object" || Array.isArray(value)) throw unreadable();
	return Object.entries(value)
		.filter(([, field]) => field !== null)
		.map(([name, field]) => [
			name,
			typeof field === "object" ? STRUCTURED : String(field),
		]);
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw unreadable();
	}
}

function unreadable(): ParameterFault {
	return new ParameterFault(
		"UNABLE_TO_PARSE_DATA_TYPE",
		"",
		"a JSON object or a form",
	);
}

/** One parameter, which may be given once and must be a plain value; undefined where it is absent. */
export function oneText(
	given: GivenParameters,
	name: string,
): string | undefined {
	const value = given.get(name);
	if (value === REPEATED)
		throw new ParameterFault("MORE_THAN_MAX_OCCURANCE", name);
	if (value === STRUCTURED)
		throw new ParameterFault("DATATYPE_NOT_MATCHED", name, "a plain value");
	return value as string | undefined;
}
