import { useCallback, useEffect, useMemo, useState } from "react";
import type { ListRow } from "./list-types.ts";

/** The rows that are chosen, and how to choose. */
export interface Selection<R extends ListRow> {
	/** By id; a row stays chosen while it is scrolled away. */
	rows: ReadonlyMap<string, R>;
	has(id: string): boolean;
	/** Chooses a row or lets it go; with `range`, all rows from the last one touched do as this one. */
	toggle(index: number, range: boolean): void;
	/** Chooses these as well. */
	add(rows: readonly R[]): void;
	clear(): void;
}

interface State<R> {
	rows: ReadonlyMap<string, R>;
	/** The row that was touched last: where a range begins. */
	anchor: string | undefined;
}

/**
 * Chosen rows of a list. Another question makes another list: nothing stays chosen that one cannot see.
 *
 * @param question changes when search or filters do
 */
export function useSelection<R extends ListRow>(
	listed: readonly R[],
	question: string,
): Selection<R> {
	const [state, setState] = useState<State<R>>(nothing);
	// biome-ignore lint/correctness/useExhaustiveDependencies: the question alone decides.
	useEffect(() => setState(nothing), [question]);
	const toggle = useCallback(
		(index: number, range: boolean) =>
			setState((before) => toggled(before, listed, index, range)),
		[listed],
	);
	const add = useCallback(
		(more: readonly R[]) =>
			setState(({ rows, anchor }) => ({
				rows: new Map([...rows, ...more.map((row) => [row.id, row] as const)]),
				anchor,
			})),
		[],
	);
	const clear = useCallback(() => setState(nothing), []);
	return useMemo(
		() => ({
			rows: state.rows,
			has: (id) => state.rows.has(id),
			toggle,
			add,
			clear,
		}),
		[state.rows, toggle, add, clear],
	);
}

const nothing = { rows: new Map<string, never>(), anchor: undefined };

/** What is chosen after a row was touched. */
export function toggled<R extends ListRow>(
	{ rows, anchor }: State<R>,
	listed: readonly R[],
	index: number,
	range: boolean,
): State<R> {
	const row = listed[index];
	if (!row) return { rows, anchor };
	const from = range ? listed.findIndex(({ id }) => id === anchor) : -1;
	const [low, high] =
		from < 0 ? [index, index] : [Math.min(from, index), Math.max(from, index)];
	const isChosen = !rows.has(row.id);
	const after = new Map(rows);
	for (const one of listed.slice(low, high + 1))
		if (isChosen) after.set(one.id, one);
		else after.delete(one.id);
	return { rows: after, anchor: row.id };
}
