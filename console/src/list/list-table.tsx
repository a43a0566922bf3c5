import type { UseInfiniteQueryResult } from "@tanstack/react-query";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useMemo, useRef } from "react";
import { useFillHeight } from "./fill-height.ts";
import { ListHead } from "./list-head.tsx";
import { useListKeys } from "./list-keys.ts";
import { ListRowView } from "./list-row.tsx";
import { useListScroll } from "./list-scroll.ts";
import classes from "./list-table.module.css";
import type { Column, ListRow, RowLink } from "./list-types.ts";
import { MoreRows } from "./more-rows.tsx";
import type { Selection } from "./selection.ts";

export interface ListTableProps<R extends ListRow> {
	label: string;
	/** Changes when search, sort or filters do. */
	question: string;
	columns: readonly Column<R>[];
	listed: {
		query: UseInfiniteQueryResult;
		rows: readonly R[];
		total: number | undefined;
	};
	rowLink?: ((row: R) => RowLink) | undefined;
	onOpen?: ((row: R) => void) | undefined;
	rowActions?: ((row: R) => ReactNode) | undefined;
	sort: string;
	onSort: (sort: string | undefined) => void;
	/** Left out where rows are not chosen. */
	selection: Selection<R> | undefined;
	maxHeight?: number | undefined;
}

/** So many rows before the end the next page is asked for. */
const AHEAD_ROWS = 60;
const OVERSCAN_ROWS = 10;

/** The rows in view, in a box of their own that scrolls both ways. */
export function ListTable<R extends ListRow>(props: ListTableProps<R>) {
	const { columns, listed, selection, rowActions } = props;
	const { rows, query, total } = listed;
	const box = useRef<HTMLDivElement>(null);
	// First, for a box without an end has every row in view.
	useFillHeight(box, props.maxHeight);
	const height = useRowHeight();
	const scroll = useListScroll(box, props.label, props.question);
	const virtual = useVirtualizer({
		count: rows.length,
		getScrollElement: () => box.current,
		estimateSize: () => height,
		overscan: OVERSCAN_ROWS,
		initialOffset: scroll.offset,
	});
	const items = virtual.getVirtualItems();
	const lastSeen = items.at(-1)?.index ?? 0;
	useReadAhead(query, lastSeen >= rows.length - AHEAD_ROWS);
	const onKeyDown = useListKeys(box, rows, virtual.scrollToIndex, selection);
	const before = items[0]?.start ?? 0;
	const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
	const width = columns.length + (selection ? 1 : 0) + (rowActions ? 1 : 0);
	const minWidth = useMemo(() => widthOf(columns), [columns]);
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: keys reach it from the links and boxes inside.
		<div
			ref={box}
			className={classes.box}
			data-scroll-restoration-id={scroll.id}
			onKeyDown={onKeyDown}
		>
			<table
				className={classes.table}
				style={{ minWidth }}
				aria-label={props.label}
				aria-rowcount={(total ?? rows.length) + 1}
				aria-busy={query.isPlaceholderData || undefined}
			>
				<ListHead {...props} />
				<tbody>
					<Gap height={before} columns={width} />
					{items.map(({ index }) => (
						<ListRowView
							key={rows[index]?.id}
							{...props}
							row={rows[index] as R}
							index={index}
							isChosen={selection?.has(rows[index]?.id ?? "") ?? false}
						/>
					))}
					<Gap height={after} columns={width} />
				</tbody>
			</table>
			<MoreRows query={query} />
		</div>
	);
}

/** Stands for the rows out of view, so that the scroll bar tells the truth. */
function Gap({ height, columns }: { height: number; columns: number }) {
	if (height <= 0) return null;
	return (
		<tr>
			<td colSpan={columns} style={{ height, padding: 0, border: 0 }} />
		</tr>
	);
}

function useReadAhead(query: UseInfiniteQueryResult, isNearEnd: boolean): void {
	const { hasNextPage, isFetching, isError, fetchNextPage } = query;
	useEffect(() => {
		if (isNearEnd && hasNextPage && !isFetching && !isError)
			void fetchNextPage();
	}, [isNearEnd, hasNextPage, isFetching, isError, fetchNextPage]);
}

/** What a finger needs is higher than what a pointer needs; the style sheet decides. */
function useRowHeight(): number {
	return useMemo(
		() =>
			Number.parseInt(
				getComputedStyle(document.documentElement).getPropertyValue("--row"),
				10,
			) || 40,
		[],
	);
}

/** Narrower than this the box scrolls sideways instead. */
function widthOf(
	columns: readonly { width: number; priority?: number | undefined }[],
): number {
	return columns
		.filter(({ priority = 1 }) => priority === 1)
		.reduce((sum, { width }) => sum + width, 0);
}
