import { classNames } from "../kit/class-names.ts";
import classes from "./list-table.module.css";
import type { Column } from "./list-types.ts";

/** The classes of a column's cells: where its text stands, and on which screens it is there. */
export function columnClass({
	align,
	priority,
}: Pick<Column<never>, "align" | "priority">): string {
	return classNames(
		classes.cell,
		align === "end" && classes.end,
		priority === 2 && classes.second,
		priority === 3 && classes.third,
	);
}
