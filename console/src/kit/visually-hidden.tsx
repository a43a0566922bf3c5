import type { ReactNode } from "react";
import classes from "./field-frame.module.css";

/** Text for screen readers alone, where the eye has it from the layout. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
	return <span className={classes.hidden}>{children}</span>;
}
