import { type ReactNode, useId } from "react";
import classes from "./card.module.css";

export interface SectionProps {
	title: ReactNode;
	description?: ReactNode;
	actions?: ReactNode;
	children?: ReactNode;
}

/** A part of a page with its heading (second level, below the page's own). */
export function Section({
	title,
	description,
	actions,
	children,
}: SectionProps) {
	const id = useId();
	return (
		<section className={classes.section} aria-labelledby={id}>
			<div className={classes.sectionHeader}>
				<div className={classes.heading}>
					<h2 id={id} className={classes.sectionTitle}>
						{title}
					</h2>
					{description ? (
						<p className={classes.description}>{description}</p>
					) : null}
				</div>
				{actions ? <div className={classes.actions}>{actions}</div> : null}
			</div>
			{children}
		</section>
	);
}
