import { formatNumber } from "./numbers.ts";

const and = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** `a, b and c`; past `limit` the rest is counted: `a, b and 5 more`. */
export function listOf(items: readonly string[], limit = Infinity): string {
	if (items.length <= limit) return and.format(items);
	const rest = `${formatNumber(items.length - limit)} more`;
	return and.format([...items.slice(0, limit), rest]);
}
