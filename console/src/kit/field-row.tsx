import type { ReactNode } from "react";
import classes from "./field-row.module.css";

/** Short fields side by side, below each other where it is narrow. */
export function FieldRow({ children }: { children: ReactNode }) {
	return <div className={classes.row}>{children}</div>;
}
