import type { SearchParams } from "../app/search-params.ts";

/** Before each field that a link narrows a list by. */
const PREFIX = "only.";
/** What such a link says in words, or the kind of attention it is about. */
const WORDS = "for";
const WORDS_MAX = 100;

/** Fields that page through a list; no link decides them. */
const paging = new Set(["limit", "cursor", "offset", "count", "sort"]);

/** What a link narrows a list by, beyond the filters that the list offers. */
export interface OnlySearch {
	/** Fields of the operation's input, as text: the server reads them so from a query anyway. */
	fields: Record<string, string | string[]>;
	/** Why these and no others: a kind of attention, or words. */
	because: string;
}

/** Reads the part of the URL that a link from elsewhere has put there. */
export function readOnly(params: SearchParams): OnlySearch {
	const fields: OnlySearch["fields"] = {};
	for (const [name, value] of Object.entries(params)) {
		if (!name.startsWith(PREFIX) || value === undefined) continue;
		const field = name.slice(PREFIX.length);
		if (/^[a-z_]{1,50}$/.test(field) && !paging.has(field))
			fields[field] = value;
	}
	const words = [params[WORDS] ?? ""].flat()[0] ?? "";
	return { fields, because: words.slice(0, WORDS_MAX) };
}

/**
 * The part of a URL that narrows a list to just what a filter says.
 *
 * @param filter fields of the list's operation
 * @param because a kind of attention, or words for what is then listed
 */
export function onlySearch(
	filter: Record<string, unknown>,
	because: string,
): SearchParams {
	const params: SearchParams = { [WORDS]: because };
	for (const [field, value] of Object.entries(filter))
		if (value !== undefined && value !== null)
			params[PREFIX + field] = Array.isArray(value)
				? value.map(String)
				: String(value);
	return params;
}

/** Changes of the URL that lift it. */
export function withoutOnly({ fields }: OnlySearch): SearchParams {
	const lifted: SearchParams = { [WORDS]: undefined };
	for (const field of Object.keys(fields)) lifted[PREFIX + field] = undefined;
	return lifted;
}
