import { useNavigate, useSearch } from "@tanstack/react-router";
import { oneOf, type SearchParams } from "./search-params.ts";

/**
 * Which tab of a page is chosen, kept in the URL as `tab`. What the URL says of a list in another tab goes when the tab
 * changes.
 *
 * @param tabs the first one is chosen when the URL names none
 */
export function useTab<T extends string>(
	tabs: readonly [T, ...T[]],
): [tab: T, choose: (tab: T) => void] {
	const params = useSearch({ strict: false }) as SearchParams;
	const navigate = useNavigate();
	const named = oneOf(params.tab);
	const tab = tabs.find((one) => one === named) ?? tabs[0];
	const choose = (chosen: T) =>
		void navigate({
			to: ".",
			search: (chosen === tabs[0] ? {} : { tab: chosen }) as never,
			replace: true,
			resetScroll: false,
		});
	return [tab, choose];
}
