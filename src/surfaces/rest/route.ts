import type { TObject, TSchema } from "typebox";
import type { AnyOperation } from "../../kernel/operation.ts";
import type { Registry } from "../../kernel/registry.ts";

/** Where the native API lives. */
export const API_PREFIX = "/api/v1";

/** What one operation looks like over HTTP; all of it follows from its declaration and its neighbours. */
export interface Route {
	operation: AnyOperation;
	/** Names of the fields that the path carries. */
	pathFields: readonly string[];
	/** Whether the other fields come in the query (GET, DELETE) or in a JSON body. */
	inputIn: "query" | "body";
	/** Query fields that may be repeated. */
	arrayFields: ReadonlySet<string>;
	/** Whether text must become numbers and booleans. */
	coerces: boolean;
	status: 200 | 201 | 204;
	/** Whether what was made can be read at this path followed by its id. */
	located: boolean;
	/** Whether what it touches carries a version, so that If-Match means something. */
	versioned: boolean;
}

/** Every operation as a route. Refuses at start what could not be told apart on the wire. */
export function routesOf(registry: Registry): Route[] {
	const operations = registry.all();
	const reads = new Map(
		operations
			.filter(({ method }) => method === "GET")
			.map((read) => [shapeOf(read.path), read]),
	);
	return operations.map((operation) => toRoute(operation, reads));
}

function toRoute(
	operation: AnyOperation,
	reads: ReadonlyMap<string, AnyOperation>,
): Route {
	const { method, path } = operation;
	const input = operation.input as TObject;
	if ("account" in input.properties)
		throw new Error(
			`operation ${operation.id}: account is the scope's word, not a field`,
		);
	const inputIn = method === "GET" || method === "DELETE" ? "query" : "body";
	const creates =
		method === "POST" &&
		(operation.id.endsWith(".create") || reads.has(`${shapeOf(path)}/{}`));
	return {
		operation,
		pathFields: fieldsOf(path),
		inputIn,
		arrayFields: new Set(
			Object.keys(input.properties).filter(
				(name) => typeOf(input.properties[name]) === "array",
			),
		),
		coerces: inputIn === "query",
		status: statusOf(operation, creates),
		located: creates && reads.has(`${shapeOf(path)}/{}`),
		versioned: hasVersions(path, reads),
	};
}

function statusOf(operation: AnyOperation, creates: boolean): 200 | 201 | 204 {
	if (typeOf(operation.output) === "null") return 204;
	return creates ? 201 : 200;
}

/** An action such as `/things/{id}/refresh` touches the thing that `/things/{id}` reads. */
function hasVersions(
	path: string,
	reads: ReadonlyMap<string, AnyOperation>,
): boolean {
	for (let end = path.length; end > 0; end = path.lastIndexOf("/", end - 1)) {
		const read = reads.get(shapeOf(path.slice(0, end)));
		if (read) return "version" in (read.output.properties ?? {});
	}
	return false;
}

/** Two paths are the same route whatever their fields are called. */
function shapeOf(path: string): string {
	return path.replaceAll(/\{[^}]+\}/g, "{}");
}

export function fieldsOf(path: string): string[] {
	return [...path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] as string);
}

function typeOf(schema: TSchema | undefined): string | undefined {
	return (schema as { type?: string } | undefined)?.type;
}
