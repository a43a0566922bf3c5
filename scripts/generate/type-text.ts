type Schema = Record<string, unknown>;

/** A JSON Schema as a TypeScript type. Rules that types cannot say, such as lengths, are left to the server. */
export function typeText(schema: Schema, indent = ""): string {
	if (typeof schema.$ref === "string")
		return schema.$ref.split("/").at(-1) as string;
	if ("const" in schema) return JSON.stringify(schema.const);
	if (Array.isArray(schema.enum))
		return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
	const branches = schema.anyOf ?? schema.oneOf;
	if (Array.isArray(branches)) return join(branches, " | ", indent);
	if (Array.isArray(schema.allOf)) return join(schema.allOf, " & ", indent);
	if (Array.isArray(schema.type))
		return join(
			schema.type.map((type) => ({ ...schema, type })),
			" | ",
			indent,
		);
	return plainText(schema, indent);
}

function join(schemas: Schema[], sign: string, indent: string): string {
	const texts = schemas.map((schema) => typeText(schema, indent));
	return [...new Set(texts)].join(sign);
}

function plainText(schema: Schema, indent: string): string {
	switch (schema.type) {
		case "string":
			return "string";
		case "integer":
		case "number":
			return "number";
		case "boolean":
			return "boolean";
		case "null":
			return "null";
		case "array":
			return arrayText(schema, indent);
		case "object":
			return objectText(schema, indent);
		default:
			return schema.properties ? objectText(schema, indent) : "unknown";
	}
}

function arrayText({ items }: Schema, indent: string): string {
	const item = items ? typeText(items as Schema, indent) : "unknown";
	return /^[\w.]+$/.test(item) ? `${item}[]` : `Array<${item}>`;
}

function objectText(schema: Schema, indent: string): string {
	const properties = Object.entries(
		(schema.properties ?? {}) as Record<string, Schema>,
	);
	if (properties.length === 0)
		return `Record<string, ${valueText(schema, indent)}>`;
	const required = (schema.required ?? []) as string[];
	const deeper = `${indent}\t`;
	const lines = properties.map(([name, property]) => {
		const mark = required.includes(name) ? "" : "?";
		return `${comment(property.description, deeper)}${deeper}${key(name)}${mark}: ${typeText(property, deeper)};\n`;
	});
	return `{\n${lines.join("")}${indent}}`;
}

/** What an object of names unknown beforehand holds. */
function valueText(schema: Schema, indent: string): string {
	const patterns = Object.values(
		(schema.patternProperties ?? {}) as Record<string, Schema>,
	);
	const value = patterns[0] ?? schema.additionalProperties;
	if (value === false) return "never";
	return value !== null && typeof value === "object"
		? typeText(value as Schema, indent)
		: "unknown";
}

/** A name as a property's key. */
export function key(name: string): string {
	return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}

/** A line of documentation, or nothing. */
export function comment(text: unknown, indent: string): string {
	return typeof text === "string" && text !== ""
		? `${indent}/** ${text.replaceAll("*/", "*\\/").replaceAll("\n", " ")} */\n`
		: "";
}
