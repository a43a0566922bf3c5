import type { ReactNode } from "react";
import classes from "./empty-state.module.css";

export interface EmptyStateProps {
	icon?: ReactNode;
	/** What is not there: "No keys yet", "Nothing matches". */
	title: string;
	/** What it is good for, or what to change to find something. */
	children?: ReactNode;
	/** The button that makes the first one, or clears the filters. */
	action?: ReactNode;
}

/** Stands where rows would stand: says what belongs here and how to get the first one. */
export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
	return (
		<div className={classes.state}>
			{icon ? <div className={classes.icon}>{icon}</div> : null}
			<p className={classes.title}>{title}</p>
			{children ? <div className={classes.words}>{children}</div> : null}
			{action ? <div className={classes.actions}>{action}</div> : null}
		</div>
	);
}
