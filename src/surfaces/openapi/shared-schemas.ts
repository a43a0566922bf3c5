import type { TSchema } from "typebox";

export type Json = { [name: string]: unknown };

/** An operation or an open call, as far as its answer goes. */
export interface Answering {
	id: string;
	output: TSchema;
}

/** Schemas that several operations answer with, under one name each. */
export interface SharedSchemas {
	/** By component name. */
	schemas: Record<string, Json>;
	/** A copy of a schema in which every shared one is a reference. */
	refer(schema: TSchema): Json;
}

/** Verbs whose answer is the noun itself, the fullest first: it gets the plain name. */
const PLAIN_VERBS = ["get", "create", "update", "list"];

/**
 * Names what operations answer with after their nouns: the answer of `things.get` is a `Thing`; another form of it is
 * named after the operation that gives it.
 */
export function sharedSchemas(operations: readonly Answering[]): SharedSchemas {
	const names = new Map<string, string>();
	const taken = new Set<string>();
	for (const operation of plainVerbsFirst(operations)) {
		const entity = entityOf(operation.output);
		if (!entity) continue;
		const text = JSON.stringify(entity);
		if (names.has(text)) continue;
		const name = freeName(operation, taken, entity !== operation.output);
		taken.add(name);
		names.set(text, name);
	}
	const refer = (schema: unknown, self?: string) =>
		replaceShared(schema, names, self) as Json;
	const schemas: Record<string, Json> = {};
	for (const [text, name] of names)
		schemas[name] = refer(JSON.parse(text), text);
	return { schemas: sortedByName(schemas), refer: (schema) => refer(schema) };
}

function plainVerbsFirst(operations: readonly Answering[]): Answering[] {
	const rank = ({ id }: Answering) => {
		const position = PLAIN_VERBS.indexOf(verbOf(id));
		return position < 0 ? PLAIN_VERBS.length : position;
	};
	return [...operations].sort((a, b) => rank(a) - rank(b));
}

/** The object that an output is, or is a page of. */
function entityOf(output: TSchema): Json | undefined {
	const schema = output as Json;
	const items = pageItems(schema) ?? schema;
	return items.type === "object" && items.properties !== undefined
		? items
		: undefined;
}

/** The rows of a page, where a schema is one. */
export function pageItems(schema: Json): Json | undefined {
	const properties = (schema.properties ?? {}) as Record<string, Json>;
	return properties.has_more && properties.next
		? (properties.data?.items as Json | undefined)
		: undefined;
}

function freeName(
	operation: Answering,
	taken: Set<string>,
	isRow: boolean,
): string {
	const { id } = operation;
	const noun = pascal(singular(id.split(".")[0] as string));
	if (PLAIN_VERBS.includes(verbOf(id)) && !taken.has(noun)) return noun;
	if (isRow && !taken.has(`${noun}Row`)) return `${noun}Row`;
	return `${noun}${pascal(verbOf(id))}Answer`;
}

function verbOf(id: string): string {
	return id.split(".")[1] as string;
}

/** Enough English for nouns that operations are named after. */
function singular(noun: string): string {
	if (noun.endsWith("ies")) return `${noun.slice(0, -3)}y`;
	if (/(ss|x|ch|sh)es$/.test(noun)) return noun.slice(0, -2);
	return /[^s]s$/.test(noun) ? noun.slice(0, -1) : noun;
}

export function pascal(name: string): string {
	return name
		.split("_")
		.map((part) => part.charAt(0).toUpperCase() + part.slice(1))
		.join("");
}

function replaceShared(
	value: unknown,
	names: ReadonlyMap<string, string>,
	self: string | undefined,
): unknown {
	if (value === null || typeof value !== "object") return value;
	if (Array.isArray(value))
		return value.map((item) => replaceShared(item, names, undefined));
	const text = JSON.stringify(value);
	const name = text === self ? undefined : names.get(text);
	if (name !== undefined) return { $ref: `#/components/schemas/${name}` };
	return Object.fromEntries(
		Object.entries(value).map(([key, child]) => [
			key,
			replaceShared(child, names, undefined),
		]),
	);
}

function sortedByName<T>(record: Record<string, T>): Record<string, T> {
	return Object.fromEntries(
		Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)),
	);
}
