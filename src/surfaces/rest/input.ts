import { invalid } from "../../kernel/errors.ts";
import type { Route } from "./route.ts";

type Fields = Record<string, unknown>;

/**
 * Joins what a request carries in its path, its query and its body into the one input of the operation. Only the
 * form is judged here; whether the fields suit the operation is for the gate.
 * @param body reads the body, which is an empty object where there is none
 */
export function readInput(
	route: Route,
	params: Readonly<Record<string, string>>,
	query: Readonly<Fields>,
	body: () => Fields,
): Fields {
	// No prototype: a field called __proto__ is then a field like any other, and unknown.
	const input = { __proto__: null } as unknown as Fields;
	if (route.inputIn === "query") {
		addQuery(input, route, query);
		refuse(body(), "belongs in the query");
	} else {
		refuse(query, "is not a query field of this operation");
		Object.assign(input, body());
	}
	for (const name of route.pathFields) addPathField(input, name, params[name]);
	return input;
}

function addQuery(input: Fields, route: Route, query: Readonly<Fields>): void {
	for (const name in query) {
		if (name === "account") continue;
		if (route.pathFields.includes(name))
			throw invalid(name, "place", `${name} belongs in the path only`);
		const value = query[name];
		if (route.arrayFields.has(name)) input[name] = asArray(value);
		else if (Array.isArray(value))
			throw invalid(name, "repeated", `${name} may be given once`);
		else input[name] = value;
	}
}

function asArray(value: unknown): unknown[] {
	return Array.isArray(value) ? value : [value];
}

/** What came in the wrong place would be lost without a word. `account` is the scope's, and the gate reads it. */
function refuse(fields: Readonly<Fields>, why: string): void {
	for (const name in fields)
		if (name !== "account")
			throw invalid(name, "additionalProperties", `${name} ${why}`);
}

function addPathField(
	input: Fields,
	name: string,
	value: string | undefined,
): void {
	if (Object.hasOwn(input, name) && input[name] !== value)
		throw invalid(name, "path", `${name} differs from the path`);
	input[name] = value;
}
