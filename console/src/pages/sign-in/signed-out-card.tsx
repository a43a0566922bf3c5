import { type ReactNode, useEffect } from "react";
import classes from "./signed-out.module.css";

export interface SignedOutCardProps {
	/** The heading, and the name of the browser's tab. */
	title: string;
	description?: ReactNode;
	/** For what needs more room than two fields. */
	wide?: boolean | undefined;
	children?: ReactNode;
	/** The small way out below it: back, start again. */
	footer?: ReactNode;
}

/** One step of getting in. */
export function SignedOutCard({
	title,
	description,
	wide,
	children,
	footer,
}: SignedOutCardProps) {
	useEffect(() => {
		document.title = `${title} · Reeve`;
	}, [title]);
	return (
		<>
			<div className={wide ? classes.wideCard : classes.card}>
				<div className={classes.head}>
					<h1 className={classes.title}>{title}</h1>
					{description ? (
						<p className={classes.description}>{description}</p>
					) : null}
				</div>
				{children}
			</div>
			{footer ? <div className={classes.below}>{footer}</div> : null}
		</>
	);
}
