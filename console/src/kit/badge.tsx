import type { ReactNode } from "react";
import classes from "./badge.module.css";
import { classNames } from "./class-names.ts";

export type BadgeKind =
	| "neutral"
	| "accent"
	| "success"
	| "warning"
	| "danger"
	| "info"
	| "external";

export interface BadgeProps {
	kind?: BadgeKind | undefined;
	icon?: ReactNode;
	children: ReactNode;
}

/** One or two words on what kind of thing it is: "MCP", "Built in", "External". For a state take `StatusDot`. */
export function Badge({ kind = "neutral", icon, children }: BadgeProps) {
	return (
		<span className={classNames(classes.badge, classes[kind])}>
			{icon}
			<span className={classes.text}>{children}</span>
		</span>
	);
}
