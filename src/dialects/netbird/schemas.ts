/** JSON Schemas of what travels on this wire, for its document alone: checking is done by hand, as the vendor does. */
type Schema = { [name: string]: unknown };

export const text: Schema = { type: "string" };
export const integer: Schema = { type: "integer" };
export const flag: Schema = { type: "boolean" };
export const date: Schema = { type: "string", format: "date-time" };

export function listOf(items: Schema): Schema {
	return { type: "array", items };
}

export function oneOf(...values: string[]): Schema {
	return { type: "string", enum: values };
}

/** An object; a name with a question mark is of a field that may be missing. */
export function shape(fields: Record<string, Schema>): Schema {
	const entries = Object.entries(fields).map(
		([name, schema]) =>
			[name.replace("?", ""), name.endsWith("?"), schema] as const,
	);
	const required = entries
		.filter(([, optional]) => !optional)
		.map(([name]) => name);
	return {
		type: "object",
		properties: Object.fromEntries(
			entries.map(([name, , schema]) => [name, schema]),
		),
		...(required.length === 0 ? {} : { required }),
	};
}

export const nothing: Schema = { type: "object" };
