import { type ReactNode, useEffect, useRef } from "react";
import { useArrival } from "./arrival.ts";
import { CopyAsCurl, CurlProvider, type CurlSource } from "./copy-as-curl.tsx";
import classes from "./page.module.css";

export interface PageProps {
	/** The heading, and the first words of the browser's tab. */
	title: string;
	/** One sentence on what this is for. */
	description?: ReactNode;
	/** The buttons, the main one last. */
	actions?: ReactNode;
	/** What "Copy as curl" copies: the call that this page shows. A `ResourceList` inside says its own. */
	curl?: CurlSource | undefined;
	/** What stands before the heading: the way back from one thing to the list of them. */
	back?: ReactNode;
	/** What stands beside the heading: a badge with the state of the thing. */
	status?: ReactNode;
	children: ReactNode;
}

/** Every page: its title, its heading, its actions. The heading takes the focus after a navigation. */
export function Page(props: PageProps) {
	const { title, description, actions, back, status, children } = props;
	const heading = useRef<HTMLHeadingElement>(null);
	useEffect(() => {
		document.title = `${title} · Reeve`;
	}, [title]);
	useArrival(heading);
	return (
		<CurlProvider>
			<div className={classes.page}>
				{back ? <div className={classes.back}>{back}</div> : null}
				<div className={classes.head}>
					<div className={classes.titles}>
						<div className={classes.titleLine}>
							<h1 ref={heading} tabIndex={-1} className={classes.title}>
								{title}
							</h1>
							{status}
						</div>
						{description ? (
							<p className={classes.description}>{description}</p>
						) : null}
					</div>
					<div className={classes.actions}>
						<CopyAsCurl source={props.curl} />
						{actions}
					</div>
				</div>
				{children}
			</div>
		</CurlProvider>
	);
}
