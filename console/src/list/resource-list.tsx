import { type ReactNode, useMemo } from "react";
import type { Client } from "../app/client.ts";
import { useCurlSource } from "../app/copy-as-curl.tsx";
import { useReeve } from "../app/reeve.tsx";
import { accountColumn } from "./account-column.tsx";
import { BulkBar } from "./bulk-bar.tsx";
import { listInputOf, useListSearch } from "./list-search.ts";
import { ListStates } from "./list-states.tsx";
import { ListTable } from "./list-table.tsx";
import { ListToolbar } from "./list-toolbar.tsx";
import type {
	BulkAction,
	Column,
	EmptyWords,
	Filter,
	ListInput,
	ListOf,
	ListRow,
	RowLink,
} from "./list-types.ts";
import { withoutOnly } from "./only-search.ts";
import classes from "./resource-list.module.css";
import { useSelection } from "./selection.ts";
import { pageInput, useListRows } from "./use-list-rows.ts";

export interface ResourceListProps<I extends ListInput, R extends ListRow> {
	/** The noun of the query key, as writes name what they change: "regions". */
	noun: string;
	/** What the rows are, several of them: "regions". Read aloud as the table's name. */
	label: string;
	/** The operation: `(client) => client.regions.list`. Declare it outside the component. */
	list: ListOf<I, R>;
	/** Declare them outside the component, or memoize them. The first one names the row and carries its link. */
	columns: readonly Column<R>[];
	filters?: readonly Filter<I>[] | undefined;
	/** Fields of the input that the page decides, not the URL. Memoize it. */
	fixed?: Partial<I> | undefined;
	/** Shown in the search field: "Search by name". Without it there is no search. */
	searchHint?: string | undefined;
	/** Where a row leads. Or `onOpen`, where a row opens over the list. */
	rowLink?: ((row: R) => RowLink) | undefined;
	onOpen?: ((row: R) => void) | undefined;
	/** What can be done to chosen rows; none, no choosing. */
	bulk?: readonly BulkAction<R>[];
	/** A menu at the end of each row. */
	rowActions?: ((row: R) => ReactNode) | undefined;
	/** Said when there is nothing at all. */
	empty: EmptyWords;
	/** Reads the list anew every so many milliseconds, for what changes by itself. */
	refreshMs?: number | undefined;
	/** As high as its rows, at most this many pixels, for a list inside a page; else it fills the window. */
	maxHeight?: number | undefined;
}

const noFilters: readonly never[] = [];

/**
 * A list of a noun: asked page by page from the server, drawn only as far as it is in view, its search, sort and filters
 * kept in the URL, its rows chosen and opened by mouse or keyboard. Over all accounts it says whose each row is.
 */
export function ResourceList<I extends ListInput, R extends ListRow>(
	props: ResourceListProps<I, R>,
) {
	const { list, bulk = [] } = props;
	const { columns, filters, now, change, input } = useQuestion(props);
	const listed = useListRows({ ...props, input });
	const question = JSON.stringify(input);
	const selection = useSelection(listed.rows, question);
	useListCurl(list, input);
	return (
		<div className={classes.list}>
			{bulk.length > 0 && selection.rows.size > 0 ? (
				<BulkBar
					actions={bulk}
					selection={selection}
					listed={listed}
					list={list}
					input={input}
				/>
			) : (
				<ListToolbar
					searchHint={props.searchHint}
					filters={filters}
					now={now}
					change={change}
					total={listed.total}
					isFetching={listed.query.isFetching}
				/>
			)}
			<ListStates
				query={listed.query}
				isNothing={listed.rows.length === 0}
				isNarrowed={now.isNarrowed}
				empty={props.empty}
				columns={columns}
				onClear={() =>
					change({ ...clearing(filters), ...withoutOnly(now.only) })
				}
			>
				<ListTable
					{...props}
					columns={columns}
					listed={listed}
					question={question}
					sort={now.sort}
					onSort={(sort) => change({ sort })}
					selection={bulk.length > 0 ? selection : undefined}
				/>
			</ListStates>
		</div>
	);
}

/** What the list is asked, as the page and the URL say it. */
function useQuestion<I extends ListInput, R extends ListRow>(
	props: ResourceListProps<I, R>,
) {
	const { isAll } = useReeve();
	const { columns: own, fixed } = props;
	const filters = (props.filters ?? noFilters) as readonly Filter<never>[];
	const columns = useMemo(() => (isAll ? withAccount(own) : own), [own, isAll]);
	// A list without a search field does not follow the search of another one on its page.
	const isSearched = props.searchHint !== undefined;
	const { now, change } = useListSearch(columns, filters, isSearched);
	const input = useMemo(
		() => ({ ...listInputOf<I>(now, filters), ...fixed }),
		[now, filters, fixed],
	);
	return { columns, filters, now, change, input };
}

/** "Copy as curl" copies what the first page of the list was asked with. */
function useListCurl<I extends ListInput, R extends ListRow>(
	list: ListOf<I, R>,
	input: I,
): void {
	const source = useMemo(
		() => (client: Client) => list(client)(pageInput(input, undefined)),
		[list, input],
	);
	useCurlSource(source);
}

function withAccount<R extends ListRow>(
	columns: readonly Column<R>[],
): readonly Column<R>[] {
	const [first, ...rest] = columns;
	return first ? [first, accountColumn as Column<R>, ...rest] : columns;
}

function clearing(filters: readonly Filter<never>[]) {
	const names = filters.flatMap((filter) =>
		filter.kind === "dates" ? [filter.name, filter.until] : [filter.name],
	);
	return Object.fromEntries(
		["search", ...names].map((name) => [name, undefined]),
	);
}
