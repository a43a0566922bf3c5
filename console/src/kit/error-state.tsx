import CircleAlert from "lucide-react/icons/circle-alert";
import type { ReactNode } from "react";
import { problemWords } from "../format/problem-words.ts";
import { Button } from "./button.tsx";
import { classNames } from "./class-names.ts";
import classes from "./empty-state.module.css";

export interface ErrorStateProps {
	/** Whatever the call threw. */
	error: unknown;
	/** Tries again; left out where that cannot help. */
	onRetry?: (() => void) | undefined;
	retrying?: boolean | undefined;
	/** More to do: a link back. */
	action?: ReactNode;
}

/** Stands where content would stand when it could not be had: the server's words, what to do, and the way to retry. */
export function ErrorState({
	error,
	onRetry,
	retrying,
	action,
}: ErrorStateProps) {
	const { title, detail, advice, requestId } = problemWords(error);
	return (
		<div className={classes.state} role="alert">
			<div className={classNames(classes.icon, classes.faulty)}>
				<CircleAlert aria-hidden="true" />
			</div>
			<p className={classes.title}>{title}</p>
			<p className={classes.words}>
				{detail} {advice}
			</p>
			{requestId ? (
				<p className={classes.small}>
					Request <code>{requestId}</code>
				</p>
			) : null}
			{onRetry || action ? (
				<div className={classes.actions}>
					{onRetry ? (
						<Button onClick={onRetry} pending={retrying}>
							Try again
						</Button>
					) : null}
					{action}
				</div>
			) : null}
		</div>
	);
}
