import { type MouseEvent, memo, type ReactNode, useMemo } from "react";
import { columnClass } from "./column-class.ts";
import classes from "./list-table.module.css";
import type { Column, ListRow, RowLink } from "./list-types.ts";
import { RowAnchor } from "./row-anchor.tsx";
import type { Selection } from "./selection.ts";

export interface ListRowViewProps<R extends ListRow> {
	row: R;
	/** Counted from 0. */
	index: number;
	columns: readonly Column<R>[];
	rowLink?: ((row: R) => RowLink) | undefined;
	onOpen?: ((row: R) => void) | undefined;
	rowActions?: ((row: R) => ReactNode) | undefined;
	selection: Pick<Selection<R>, "toggle"> | undefined;
	isChosen: boolean;
}

function Row<R extends ListRow>(props: ListRowViewProps<R>) {
	const { row, index, columns, rowActions, selection, isChosen } = props;
	return (
		<tr
			className={classes.row}
			data-index={index}
			data-chosen={isChosen || undefined}
			data-opens={(props.rowLink ?? props.onOpen) !== undefined || undefined}
			aria-rowindex={index + 2}
			onClick={openByRow}
			onMouseDown={keepFromScrolling}
			onAuxClick={openApart}
		>
			{selection ? (
				<td className={classes.choose}>
					<input
						type="checkbox"
						className={classes.check}
						aria-label="Choose row"
						checked={isChosen}
						onChange={() => undefined}
						onClick={(event) => selection.toggle(index, event.shiftKey)}
					/>
				</td>
			) : null}
			{columns.map((column, position) => (
				<td key={column.id} className={columnClass(column)}>
					{position === 0 ? (
						<FirstCell {...props}>{column.cell(row)}</FirstCell>
					) : (
						column.cell(row)
					)}
				</td>
			))}
			{rowActions ? (
				<td className={classes.actions}>{rowActions(row)}</td>
			) : null}
		</tr>
	);
}

/** One row. It is drawn again only when something of its own changed. */
export const ListRowView = memo(Row, (before, after) =>
	(Object.keys(after) as (keyof typeof after)[]).every(
		(name) => !drawn.has(name) || before[name] === after[name],
	),
) as typeof Row;

const drawn = new Set([
	"row",
	"index",
	"columns",
	"rowLink",
	"onOpen",
	"rowActions",
	"isChosen",
	"selection",
]);

/** The name of the row, as the way to it. */
function FirstCell<R extends ListRow>({
	row,
	rowLink,
	onOpen,
	children,
}: Pick<ListRowViewProps<R>, "row" | "rowLink" | "onOpen"> & {
	children: ReactNode;
}) {
	const link = useMemo(() => rowLink?.(row), [rowLink, row]);
	if (link) return <RowAnchor link={link}>{children}</RowAnchor>;
	if (onOpen)
		return (
			<button
				type="button"
				className={classes.link}
				data-row-link=""
				onClick={() => onOpen(row)}
			>
				{children}
			</button>
		);
	return children;
}

/** The link of the row where the row itself was pressed, not something that takes presses of its own. */
function pressedLink({
	target,
	currentTarget,
}: MouseEvent<HTMLTableRowElement>): HTMLElement | null {
	const pressed = target as HTMLElement;
	const own = "a, button, input, label, [role=menuitem], [role=dialog]";
	if (pressed.closest(own) || !currentTarget.contains(pressed)) return null;
	return currentTarget.querySelector("[data-row-link]");
}

const MIDDLE = 1;

/** The middle button begins to scroll in some browsers, and then says nothing of its press. */
function keepFromScrolling(event: MouseEvent<HTMLTableRowElement>): void {
	if (event.button === MIDDLE && pressedLink(event)) event.preventDefault();
}

/** The middle button opens a row in a tab of its own, as it does a link. */
function openApart(event: MouseEvent<HTMLTableRowElement>): void {
	if (event.button !== MIDDLE) return;
	const link = pressedLink(event);
	if (link instanceof HTMLAnchorElement)
		open(link.href, "_blank", "noopener,noreferrer");
}

/** A press anywhere on a row is a press on its link, with the keys held that open a new tab. */
function openByRow(event: MouseEvent<HTMLTableRowElement>): void {
	if (getSelection()?.type === "Range") return;
	const link = pressedLink(event);
	const { ctrlKey, metaKey, shiftKey } = event;
	link?.dispatchEvent(
		new globalThis.MouseEvent("click", {
			bubbles: true,
			cancelable: true,
			ctrlKey,
			metaKey,
			shiftKey,
		}),
	);
}
