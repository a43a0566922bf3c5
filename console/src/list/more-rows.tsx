import type { UseInfiniteQueryResult } from "@tanstack/react-query";
import { problemWords } from "../format/problem-words.ts";
import { Button } from "../kit/button.tsx";
import { Spinner } from "../kit/spinner.tsx";
import classes from "./list-table.module.css";

/** Below the last row: that more come, or that they could not be had. */
export function MoreRows({ query }: { query: UseInfiniteQueryResult }) {
	if (query.isFetchingNextPage)
		return (
			<div className={classes.more} role="status">
				<Spinner /> Loading more…
			</div>
		);
	if (!query.isError) return null;
	const { title, detail } = problemWords(query.error);
	return (
		<div className={classes.more} role="alert">
			{title}. {detail}
			<Button
				onClick={() =>
					void (query.hasNextPage ? query.fetchNextPage() : query.refetch())
				}
			>
				Try again
			</Button>
		</div>
	);
}
