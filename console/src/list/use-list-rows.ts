import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useReeve } from "../app/reeve.tsx";
import type { ListInput, ListOf, ListRow } from "./list-types.ts";

/** Rows of one answer: more than a screen holds, so that scrolling seldom waits. */
export const PAGE_ROWS = 200;

/** The rows of a list, page after page as they are wanted, with how many match in all. */
export function useListRows<I extends ListInput, R extends ListRow>(options: {
	/** The noun of the query key. */
	noun: string;
	list: ListOf<I, R>;
	input: I;
	/** Milliseconds after which it is read anew; never by itself unless said. */
	refreshMs?: number | undefined;
}) {
	const { client, accountParam } = useReeve();
	const { noun, list, input, refreshMs } = options;
	const query = useInfiniteQuery({
		queryKey: [accountParam, noun, "list", input],
		queryFn: ({ pageParam, signal }) =>
			list(client)(pageInput(input, pageParam), { signal }),
		initialPageParam: undefined as string | undefined,
		getNextPageParam: (last) => last.next ?? undefined,
		placeholderData: keepPreviousData,
		...(refreshMs === undefined ? {} : { refetchInterval: refreshMs }),
	});
	const { data } = query;
	const rows = useMemo(
		() => data?.pages.flatMap((page) => page.data) ?? [],
		[data],
	);
	return { query, rows, total: data?.pages[0]?.total };
}

/** What a page is asked with: how many match is counted once, with the first. */
export function pageInput<I extends ListInput>(
	input: I,
	cursor: string | undefined,
): I {
	return {
		...input,
		limit: PAGE_ROWS,
		...(cursor === undefined ? { count: true } : { cursor }),
	};
}
