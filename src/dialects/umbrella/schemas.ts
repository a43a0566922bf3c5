/** JSON Schema of an object on this wire; names with a question mark behind them may be absent. */
export function shapeOf(properties: Record<string, object>): object {
	const names = Object.keys(properties);
	return {
		type: "object",
		properties: Object.fromEntries(
			names.map((name) => [name.replace("?", ""), properties[name]]),
		),
		required: names.filter((name) => !name.endsWith("?")),
	};
}

export const listOf = (items: object) => ({ type: "array", items });
export const str = { type: "string" };
export const int = { type: "integer" };
export const bool = { type: "boolean" };
export const date = { type: "string", format: "date-time" };
export const orNull = (schema: { type: string }) => ({
	...schema,
	type: [schema.type, "null"],
});
