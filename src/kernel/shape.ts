import type { TSchema } from "typebox";

/**
 * Compiles an output schema into a function that copies what is declared and nothing else, so a column that was
 * selected by accident cannot leave the server. Unions and free-form objects are copied as they are.
 */
export type Shaper = (value: unknown) => unknown;

interface SchemaNode {
	type?: string;
	properties?: Record<string, TSchema>;
	items?: TSchema;
	anyOf?: TSchema[];
	additionalProperties?: unknown;
}

const keep: Shaper = (value) => value;

export function compileShape(
	schema: TSchema,
	without: readonly string[] = [],
): Shaper {
	const node = schema as SchemaNode;
	if (node.anyOf) return compileUnion(node.anyOf, without);
	if (node.type === "array" && node.items)
		return compileArray(compileShape(node.items, without));
	if (
		node.type === "object" &&
		node.properties &&
		node.additionalProperties !== true &&
		typeof node.additionalProperties !== "object"
	) {
		return compileObject(node.properties, without);
	}
	return keep;
}

function compileArray(item: Shaper): Shaper {
	if (item === keep) return keep;
	return (value) => (Array.isArray(value) ? value.map(item) : value);
}

/** `T | null` is the only union of objects in use: the first object's shape serves, null passes. */
function compileUnion(branches: TSchema[], without: readonly string[]): Shaper {
	const shaped = branches
		.map((branch) => compileShape(branch, without))
		.filter((shape) => shape !== keep);
	const [only] = shaped;
	if (!only) return keep;
	return (value) =>
		value === null || typeof value !== "object" ? value : only(value);
}

function compileObject(
	properties: Record<string, TSchema>,
	without: readonly string[],
): Shaper {
	const fields = Object.entries(properties)
		.filter(([name]) => !without.includes(name))
		.map(([name, schema]) => ({ name, shape: compileShape(schema, without) }));
	return (value) => {
		if (value === null || typeof value !== "object") return value;
		const from = value as Record<string, unknown>;
		const to: Record<string, unknown> = {};
		for (const { name, shape } of fields) {
			const field = from[name];
			if (field !== undefined) to[name] = shape === keep ? field : shape(field);
		}
		return to;
	};
}
