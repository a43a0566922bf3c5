import { ReeveError } from "../../kernel/errors.ts";

/** More unknown ids than this are no leftover of something deleted, and are refused. */
const DROPPED_MAX = 20;

const unknown = ["exists", "unknown_group"];

/**
 * This wire drops ids that name nothing without a word, where the core refuses them. So does this: it takes out what
 * was refused and tries again. Nothing is stored by a try that fails.
 * @param lists ids, by the field that names them
 */
export async function withoutUnknown<T, K extends string>(
	lists: Record<K, string[]>,
	attempt: (known: Record<K, string[]>) => Promise<T>,
): Promise<T> {
	let known = lists;
	for (let dropped = 0; ; dropped++) {
		try {
			return await attempt(known);
		} catch (error) {
			const id = unknownIdOf(error);
			if (id === undefined || dropped === DROPPED_MAX) throw error;
			const rest = without(known, id);
			if (!rest) throw error;
			known = rest;
		}
	}
}

function unknownIdOf(error: unknown): string | undefined {
	if (!(error instanceof ReeveError) || !unknown.includes(error.reason ?? ""))
		return undefined;
	const { id } = error.facts;
	return id === undefined ? undefined : String(id);
}

/** The lists without an id; undefined when none has it, so that no try is repeated as it was. */
function without<K extends string>(
	lists: Record<K, string[]>,
	id: string,
): Record<K, string[]> | undefined {
	const names = Object.keys(lists) as K[];
	if (!names.some((name) => lists[name].includes(id))) return undefined;
	return Object.fromEntries(
		names.map((name) => [name, lists[name].filter((other) => other !== id)]),
	) as Record<K, string[]>;
}
