import { type ReactNode, useId } from "react";
import classes from "./field-group.module.css";

/** Fields of a form that belong together, under a heading of the level that follows what is around. */
export function FieldGroup({
	title,
	level = 2,
	children,
}: {
	title: string;
	level?: 2 | 3;
	children: ReactNode;
}) {
	const id = useId();
	const Heading = `h${level}` as const;
	return (
		<section className={classes.group} aria-labelledby={id}>
			<Heading id={id} className={classes.title}>
				{title}
			</Heading>
			{children}
		</section>
	);
}
