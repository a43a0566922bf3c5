import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import classes from "./status-dot.module.css";

export type StatusKind = "success" | "warning" | "danger" | "info" | "neutral";

export interface StatusDotProps {
	kind: StatusKind;
	/** The state in a word: "Active", "Expires soon", "Down". */
	children: ReactNode;
}

/** The state of a thing: a shape of its own for each kind, and the word. */
export function StatusDot({ kind, children }: StatusDotProps) {
	return (
		<span className={classes.status}>
			<svg
				className={classNames(classes.shape, classes[kind])}
				viewBox="0 0 10 10"
				aria-hidden="true"
			>
				{shapes[kind]}
			</svg>
			<span>{children}</span>
		</span>
	);
}

/** Full circle, triangle, diamond, ring with a dot, ring: told apart without colour. */
const shapes = {
	success: <circle cx="5" cy="5" r="4.5" fill="currentColor" />,
	warning: <path d="M5 .5 9.8 9.5H.2Z" fill="currentColor" />,
	danger: <path d="M5 0 10 5 5 10 0 5Z" fill="currentColor" />,
	info: (
		<>
			<circle
				cx="5"
				cy="5"
				r="4"
				fill="none"
				stroke="currentColor"
				strokeWidth="1.5"
			/>
			<circle cx="5" cy="5" r="1.75" fill="currentColor" />
		</>
	),
	neutral: (
		<circle
			cx="5"
			cy="5"
			r="4"
			fill="none"
			stroke="currentColor"
			strokeWidth="1.5"
		/>
	),
};
