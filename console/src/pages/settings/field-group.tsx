import { type ReactNode, useId } from "react";
import classes from "./settings.module.css";

/** Fields that belong together, under a heading. */
export function FieldGroup({
	title,
	children,
}: {
	title: string;
	children: ReactNode;
}) {
	const id = useId();
	return (
		<section className={classes.group} aria-labelledby={id}>
			<h3 id={id} className={classes.legend}>
				{title}
			</h3>
			{children}
		</section>
	);
}
