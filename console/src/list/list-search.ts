import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { oneOf, type SearchParams } from "../app/search-params.ts";
import type { Column, Filter, ListInput } from "./list-types.ts";
import { type OnlySearch, readOnly } from "./only-search.ts";

/** The values of filters as the URL holds them. */
export type FilterValues = Record<string, string[]>;

/** What a list was asked for, as far as the URL says. */
export interface ListSearch {
	search: string;
	/** A sortable column, with a minus for downwards; empty for the list's own order. */
	sort: string;
	filters: FilterValues;
	/** What a link from elsewhere narrows the list by, beyond its filters. */
	only: OnlySearch;
	/** Something narrows the list. */
	isNarrowed: boolean;
}

const SEARCH_MAX = 200;

/** Reads search, sort and filters from the URL. A value that a column or filter does not know is dropped. */
export function readListSearch(
	params: SearchParams,
	columns: readonly Pick<Column<never>, "id" | "sortable">[],
	filters: readonly Filter<never>[],
	isSearched = true,
): ListSearch {
	const search = isSearched
		? (oneOf(params.search) ?? "").slice(0, SEARCH_MAX)
		: "";
	const sort = oneOf(params.sort) ?? "";
	const isKnown = columns.some(
		({ id, sortable }) => sortable && sort.replace(/^-/, "") === id,
	);
	const values: FilterValues = {};
	for (const filter of filters)
		for (const name of namesOf(filter)) {
			const given = [params[name] ?? []].flat().filter((v) => fits(filter, v));
			const kept = filter.kind === "multi" ? given : given.slice(0, 1);
			if (kept.length > 0) values[name] = [...new Set(kept)];
		}
	const only = readOnly(params);
	return {
		search,
		sort: isKnown ? sort : "",
		filters: values,
		only,
		isNarrowed:
			search !== "" ||
			Object.keys(values).length > 0 ||
			Object.keys(only.fields).length > 0,
	};
}

/** The names under which a filter stands in the URL. */
export function namesOf(filter: Filter<never>): string[] {
	return filter.kind === "dates" ? [filter.name, filter.until] : [filter.name];
}

function fits(filter: Filter<never>, value: string): boolean {
	switch (filter.kind) {
		case "select":
		case "multi":
			return filter.options.some((option) => option.value === value);
		case "boolean":
			return value === "true" || value === "false";
		case "dates":
			return !Number.isNaN(Date.parse(value));
		case "reference":
			return /^[\w.-]{1,100}$/.test(value);
	}
}

/** The input of the operation for what the URL says. */
export function listInputOf<I extends ListInput>(
	{ search, sort, filters, only }: ListSearch,
	declared: readonly Filter<never>[],
): I {
	const input: Record<string, unknown> = { ...only.fields };
	if (search !== "") input.search = search;
	if (sort !== "") input.sort = sort;
	for (const filter of declared)
		for (const name of namesOf(filter)) {
			const value = filters[name];
			if (value !== undefined) input[name] = inputValue(filter, value);
		}
	return input as I;
}

function inputValue(filter: Filter<never>, value: string[]): unknown {
	if (filter.kind === "multi") return value;
	if (filter.kind === "boolean") return value[0] === "true";
	if (filter.kind === "dates")
		return new Date(value[0] as string).toISOString();
	return value[0];
}

/** The list's part of the URL, and how to change it. Going back undoes a filter, but not every letter of a search. */
export function useListSearch(
	columns: readonly Pick<Column<never>, "id" | "sortable">[],
	filters: readonly Filter<never>[],
	isSearched = true,
) {
	const params = useSearch({ strict: false }) as SearchParams;
	const navigate = useNavigate();
	const now = useMemo(
		() => readListSearch(params, columns, filters, isSearched),
		[params, columns, filters, isSearched],
	);
	const change = useCallback(
		(changes: SearchParams) =>
			void navigate({
				to: ".",
				search: ((before: SearchParams) => ({
					...before,
					...changes,
				})) as never,
				replace: Object.hasOwn(changes, "search"),
				resetScroll: false,
			}),
		[navigate],
	);
	return { now, change };
}
