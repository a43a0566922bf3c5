/**
 * Compares JSON with a pattern: JSON in which some texts stand for others.
 * `"<id>"` is a number or a text of digits, `"<date>"` an RFC 3339 time, `"<number>"`, `"<text>"` and `"<any>"` what
 * they say; `"<id:name>"` also keeps what was found as the variable `name`. `"…<any>…"` within a text matches any
 * text there. The key `"..."` allows fields beside those named; the element `"..."` allows elements beside those
 * named, in any order.
 */
export function mismatch(
	pattern: unknown,
	value: unknown,
	captured: Record<string, string>,
	where = "the body",
): string | undefined {
	if (typeof pattern === "string")
		return textFault(pattern, value, captured, where);
	if (Array.isArray(pattern)) return listFault(pattern, value, captured, where);
	if (pattern !== null && typeof pattern === "object")
		return objectFault(
			pattern as Record<string, unknown>,
			value,
			captured,
			where,
		);
	return pattern === value
		? undefined
		: `${where} is ${JSON.stringify(value)} instead of ${JSON.stringify(pattern)}`;
}

const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

const kinds: Record<string, (value: unknown) => boolean> = {
	id: (value) => /^\d+$/.test(String(value)),
	date: (value) => typeof value === "string" && DATE.test(value),
	number: (value) => typeof value === "number",
	text: (value) => typeof value === "string",
	any: () => true,
};

function textFault(
	pattern: string,
	value: unknown,
	captured: Record<string, string>,
	where: string,
): string | undefined {
	const [, kind, name] = /^<(\w+)(?::(\w+))?>$/.exec(pattern) ?? [];
	const isKind = kind === undefined ? undefined : kinds[kind];
	if (!isKind) {
		const matches = typeof value === "string" && toRegExp(pattern).test(value);
		return matches
			? undefined
			: `${where} is ${JSON.stringify(value)} instead of ${pattern}`;
	}
	if (!isKind(value))
		return `${where} is ${JSON.stringify(value)}, which is not ${kind}`;
	if (name !== undefined) captured[name] = String(value);
	return undefined;
}

function toRegExp(pattern: string): RegExp {
	const parts = pattern
		.split("<any>")
		.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
	return new RegExp(`^${parts.join(".*")}$`, "s");
}

function listFault(
	pattern: readonly unknown[],
	value: unknown,
	captured: Record<string, string>,
	where: string,
): string | undefined {
	if (!Array.isArray(value)) return `${where} is not a list`;
	if (!pattern.includes("...")) {
		if (value.length !== pattern.length)
			return `${where} has ${value.length} elements instead of ${pattern.length}`;
		return first(
			pattern.map((element, i) =>
				mismatch(element, value[i], captured, `${where}/${i}`),
			),
		);
	}
	return first(
		pattern
			.filter((element) => element !== "...")
			.map((element) =>
				value.some((candidate) => isMatch(element, candidate, captured, where))
					? undefined
					: `${where} has no element ${JSON.stringify(element)}`,
			),
	);
}

/** Like {@link mismatch} for one of several candidates: what is captured from a wrong one is not kept. */
function isMatch(
	pattern: unknown,
	value: unknown,
	captured: Record<string, string>,
	where: string,
): boolean {
	const found: Record<string, string> = {};
	if (mismatch(pattern, value, found, where) !== undefined) return false;
	Object.assign(captured, found);
	return true;
}

function objectFault(
	pattern: Readonly<Record<string, unknown>>,
	value: unknown,
	captured: Record<string, string>,
	where: string,
): string | undefined {
	if (value === null || typeof value !== "object" || Array.isArray(value))
		return `${where} is not an object`;
	const found = value as Record<string, unknown>;
	const named = Object.keys(pattern).filter((key) => key !== "...");
	const surplus = Object.keys(found).find((key) => !named.includes(key));
	if (surplus !== undefined && !("..." in pattern))
		return `${where} has the field ${surplus}`;
	return first(
		named.map((key) =>
			key in found
				? mismatch(pattern[key], found[key], captured, `${where}/${key}`)
				: `${where} lacks ${key}`,
		),
	);
}

function first(faults: readonly (string | undefined)[]): string | undefined {
	return faults.find((fault) => fault !== undefined);
}
