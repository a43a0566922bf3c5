import { Link } from "@tanstack/react-router";
import { ReeveProblem } from "../../../../generated/client.ts";
import { problemWords } from "../../format/problem-words.ts";
import { Button } from "../../kit/button.tsx";
import { ButtonLink } from "../../kit/button-link.tsx";
import classes from "./signed-out.module.css";
import { SignedOutCard } from "./signed-out-card.tsx";

/** A link that opens nothing: why that may be and what to do. Where the server just did not answer, it can be tried again. */
export function LinkProblem({
	error,
	title,
	words,
	advice,
	onRetry,
}: {
	error?: unknown;
	title: string;
	words: string;
	advice: string;
	onRetry?: () => void;
}) {
	const isGone =
		!error || (error instanceof ReeveProblem && error.status === 404);
	if (isGone)
		return (
			<SignedOutCard title={title} description={words}>
				<p>{advice}</p>
				<ToSignIn />
			</SignedOutCard>
		);
	const problem = problemWords(error);
	return (
		<SignedOutCard title={problem.title} description={problem.detail}>
			{problem.advice ? <p>{problem.advice}</p> : null}
			<div className={classes.ways}>
				<Button variant="primary" size="large" wide onClick={onRetry}>
					Try again
				</Button>
			</div>
		</SignedOutCard>
	);
}

/** The way out of a dead end. */
export function ToSignIn() {
	return (
		<ButtonLink render={<Link to="/sign-in" />} size="large" wide>
			Go to sign-in
		</ButtonLink>
	);
}
