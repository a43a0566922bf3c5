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

export const arrayOf = (items: object) => ({ type: "array", items });
export const str = { type: "string" };
export const int = { type: "integer" };
export const bool = { type: "boolean" };
/** Numbers that are texts on this wire. */
export const digits = { type: "string", pattern: "^-?\\d+$" };

/** What a change answers. */
export const resultSchema = shapeOf({ result: shapeOf({ message: str }) });

export function result(message: string) {
	return { result: { message } };
}
