/** What stands behind the `?` of a page: each name with its text, or its texts when it is there several times. */
export type SearchParams = Record<string, string | string[] | undefined>;

/** Reads a query as people write it, `?status=open&status=closed`, with nothing taken for a number. */
export function parseSearch(text: string): SearchParams {
	const found: SearchParams = {};
	for (const [name, value] of new URLSearchParams(text)) {
		const before = found[name];
		if (before === undefined) found[name] = value;
		else found[name] = [before, value].flat();
	}
	return found;
}

/** The query, with its `?`, or nothing. Colons and commas stay readable. */
export function stringifySearch(params: Record<string, unknown>): string {
	const query = new URLSearchParams();
	for (const [name, value] of Object.entries(params))
		for (const item of [value].flat())
			if (item !== undefined && item !== null && item !== "")
				query.append(name, String(item));
	const text = query
		.toString()
		.replaceAll("%3A", ":")
		.replaceAll("%2C", ",")
		.replaceAll("%2F", "/");
	return text === "" ? "" : `?${text}`;
}

/** The first text of a parameter. */
export function oneOf(
	value: string | string[] | undefined,
): string | undefined {
	return Array.isArray(value) ? value[0] : value;
}
