import { formatNumber } from "./numbers.ts";

/** The word for so many: `pluralOf(1, "device")` is `device`, else `devices`; irregular ones are given. */
export function pluralOf(
	amount: number,
	singular: string,
	plural = regularPlural(singular),
): string {
	return amount === 1 ? singular : plural;
}

/** The number and its word: `3 devices`, `1 policy`, `0 keys`. */
export function countOf(
	amount: number,
	singular: string,
	plural?: string,
): string {
	return `${formatNumber(amount)} ${pluralOf(amount, singular, plural)}`;
}

function regularPlural(singular: string): string {
	if (/[^aeiou]y$/.test(singular)) return `${singular.slice(0, -1)}ies`;
	if (/(s|x|z|ch|sh)$/.test(singular)) return `${singular}es`;
	return `${singular}s`;
}
