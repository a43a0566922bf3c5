import { useMemo, useRef } from "react";
import type { Option } from "./option.ts";

/**
 * Remembers every option that was offered, so that what is chosen keeps its label after the search went on. A value that
 * was never offered shows itself.
 */
export function useKnownOptions<T extends string>(
	...lists: (readonly Option<T>[] | undefined)[]
): (value: T) => Option<T> {
	const known = useRef(new Map<T, Option<T>>());
	for (const list of lists)
		for (const option of list ?? []) known.current.set(option.value, option);
	return (value) => {
		const option = known.current.get(value) ?? { value, label: value };
		known.current.set(value, option);
		return option;
	};
}

/** What a combobox lists: the options, and the chosen ones that the search does not offer now. */
export function useListedOptions<T extends string>(
	options: readonly Option<T>[],
	chosen: readonly Option<T>[],
): readonly Option<T>[] {
	return useMemo(() => {
		const offered = new Set(options.map((option) => option.value));
		const missing = chosen.filter((option) => !offered.has(option.value));
		return missing.length === 0 ? options : [...options, ...missing];
	}, [options, chosen]);
}

export function sameOption(a: Option, b: Option): boolean {
	return a.value === b.value;
}
