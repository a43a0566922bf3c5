import type { ReactNode } from "react";
import classes from "./profile.module.css";

/** The sections of a page with air between them. */
export function Sections({ children }: { children: ReactNode }) {
	return <div className={classes.sections}>{children}</div>;
}
