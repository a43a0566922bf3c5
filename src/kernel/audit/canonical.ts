/**
 * The one text of a JSON value (RFC 8785): members sorted by UTF-16 code units, no white space, numbers and strings
 * as ECMAScript writes them. What another implementation makes of the same value is the same, byte for byte. A number
 * past the range of a double, which JSON text may hold, is written as 1e999: no row may be without a form.
 * @throws TypeError for what JSON cannot hold
 */
export function canonicalJson(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
	if (typeof value === "object" && value !== null) return members(value);
	if (typeof value === "number" && !Number.isFinite(value))
		return nonFinite(value);
	const text = JSON.stringify(value);
	if (text === undefined)
		throw new TypeError(`a ${typeof value} has no JSON form`);
	return text;
}

function members(object: object): string {
	const fields = object as Record<string, unknown>;
	const parts = Object.keys(fields)
		.sort()
		.map((name) => `${JSON.stringify(name)}:${canonicalJson(fields[name])}`);
	return `{${parts.join(",")}}`;
}

function nonFinite(value: number): string {
	if (Number.isNaN(value)) throw new TypeError("NaN has no JSON form");
	return value > 0 ? "1e999" : "-1e999";
}
