import type { ReactNode } from "react";
import classes from "./card.module.css";

export interface CardProps {
	title?: ReactNode;
	/** Of its heading: 2 where it stands right below the page's own, else 3. */
	level?: 2 | 3 | undefined;
	description?: ReactNode;
	/** Buttons at the end of its head. */
	actions?: ReactNode;
	/** The content reaches the frame: tables. */
	flush?: boolean | undefined;
	children?: ReactNode;
}

/** A frame around what belongs together. Cards do not stand in cards. */
export function Card({
	title,
	level = 3,
	description,
	actions,
	flush = false,
	children,
}: CardProps) {
	const Heading = `h${level}` as const;
	return (
		<div className={classes.card}>
			{title || actions ? (
				<div className={classes.header}>
					<div className={classes.heading}>
						{title ? (
							<Heading className={classes.title}>{title}</Heading>
						) : null}
						{description ? (
							<p className={classes.description}>{description}</p>
						) : null}
					</div>
					{actions ? <div className={classes.actions}>{actions}</div> : null}
				</div>
			) : null}
			{children ? (
				<div className={flush ? undefined : classes.body}>{children}</div>
			) : null}
		</div>
	);
}
