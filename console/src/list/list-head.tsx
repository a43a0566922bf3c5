import ArrowDown from "lucide-react/icons/arrow-down";
import ArrowUp from "lucide-react/icons/arrow-up";
import { classNames } from "../kit/class-names.ts";
import { columnClass } from "./column-class.ts";
import classes from "./list-table.module.css";
import type { ListTableProps } from "./list-table.tsx";
import type { Column, ListRow } from "./list-types.ts";

/** The names of the columns; pressing one sorts by it, then the other way, then not. */
export function ListHead<R extends ListRow>(props: ListTableProps<R>) {
	const { columns, selection, rowActions, sort, onSort } = props;
	return (
		<thead className={classes.head}>
			<tr aria-rowindex={1}>
				{selection ? (
					<th className={classes.choose} scope="col">
						<ChooseLoaded {...props} />
					</th>
				) : null}
				{columns.map((column) => (
					<HeadCell
						key={column.id}
						column={column}
						sort={sort}
						onSort={onSort}
					/>
				))}
				{rowActions ? (
					<th className={classes.actions} scope="col">
						<span className={classes.hidden}>Actions</span>
					</th>
				) : null}
			</tr>
		</thead>
	);
}

function HeadCell<R>({
	column,
	sort,
	onSort,
}: {
	column: Column<R>;
	sort: string;
	onSort: (sort: string | undefined) => void;
}) {
	const { id, header, sortable, width, grow = 1 } = column;
	const now = sort === id ? "ascending" : "descending";
	const isSorted = sort.replace(/^-/, "") === id;
	return (
		<th
			scope="col"
			className={columnClass(column)}
			style={{ width: grow === 0 ? width : `${width * grow}px` }}
			aria-sort={isSorted ? now : undefined}
		>
			{sortable ? (
				<button
					type="button"
					className={classNames(classes.sort, isSorted && classes.sorted)}
					onClick={() => onSort(nextSort(sort, id))}
				>
					{header}
					{isSorted && sort.startsWith("-") ? (
						<ArrowDown aria-hidden="true" />
					) : (
						<ArrowUp aria-hidden="true" />
					)}
				</button>
			) : (
				header
			)}
		</th>
	);
}

function nextSort(sort: string, id: string): string | undefined {
	if (sort === id) return `-${id}`;
	return sort === `-${id}` ? undefined : id;
}

/** Chooses every row that was read, or none. */
function ChooseLoaded<R extends ListRow>({
	selection,
	listed: { rows },
}: ListTableProps<R>) {
	if (!selection) return null;
	const { size } = selection.rows;
	const isAll = size > 0 && size >= rows.length;
	return (
		<input
			type="checkbox"
			className={classes.check}
			aria-label={isAll ? "Choose no row" : "Choose all rows read so far"}
			checked={isAll}
			ref={(box) => {
				if (box) box.indeterminate = size > 0 && !isAll;
			}}
			onChange={() => (isAll ? selection.clear() : selection.add(rows))}
		/>
	);
}
