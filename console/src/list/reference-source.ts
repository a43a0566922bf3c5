import type { ReferenceFilter } from "./list-types.ts";

/** How one of many things is found by a few letters and named by its id; for filters and for fields of forms. */
export type ReferenceSource = Pick<
	ReferenceFilter<never>,
	"noun" | "find" | "named"
>;

/** How many a search offers. */
export const OFFERED_MAX = 50;

/** The input of a list operation for such a search. */
export function offered(search: string): { limit: number; search?: string } {
	return { limit: OFFERED_MAX, ...(search === "" ? {} : { search }) };
}
