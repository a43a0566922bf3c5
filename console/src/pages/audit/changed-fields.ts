/** One field of an object as it was and as it became; a side that lacks it is undefined. */
export interface ChangedField {
	name: string;
	before: string | undefined;
	after: string | undefined;
	isChanged: boolean;
}

/** What the server keeps itself at every change: it says little, so it stands last. */
const kept = new Set(["version", "updated_at"]);

/** What differs between two states of an object, field by field, nested ones by their path (`settings.dns_domain`). */
export function changedFields(before: unknown, after: unknown): ChangedField[] {
	const was = flattened(before);
	const is = flattened(after);
	const names = [...new Set([...was.keys(), ...is.keys()])];
	names.sort((a, b) => Number(kept.has(a)) - Number(kept.has(b)));
	return names.map((name) => ({
		name,
		before: was.get(name),
		after: is.get(name),
		isChanged: was.get(name) !== is.get(name),
	}));
}

/** Lists stay whole, so that a changed order or member is seen as one change. */
function flattened(value: unknown, path = ""): Map<string, string> {
	const found = new Map<string, string>();
	if (value === null || value === undefined) return found;
	if (typeof value !== "object" || Array.isArray(value))
		return found.set(path || "value", worded(value));
	for (const [name, field] of Object.entries(value)) {
		const below = path === "" ? name : `${path}.${name}`;
		if (isObject(field))
			for (const [inner, text] of flattened(field, below))
				found.set(inner, text);
		else found.set(below, worded(field));
	}
	return found;
}

function isObject(value: unknown): boolean {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

function worded(value: unknown): string {
	return typeof value === "string" ? value : JSON.stringify(value, null, 1);
}
