import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ErrorState } from "../kit/error-state.tsx";
import { SkeletonLines } from "../kit/skeleton.tsx";

export interface LoadedProps<T> {
	query: UseQueryResult<T>;
	/** Drawn once it is there. */
	children: (data: T) => ReactNode;
	/** How many bars stand there while it loads. */
	lines?: number;
	/** A failure is not spoken of while what was read before is on the page: for what is read anew by itself. */
	quiet?: boolean;
	/** More to do when it could not be had: a link back. */
	wayOut?: ReactNode;
}

/** What a query answers: lines while it loads, the server's words and a way to retry when it failed, then the thing. */
export function Loaded<T>({
	query,
	children,
	lines,
	quiet,
	wayOut,
}: LoadedProps<T>) {
	const { data, error, isError, isPending, isFetching, refetch } = query;
	if (isPending) return <SkeletonLines lines={lines} />;
	return (
		<>
			{isError && !(quiet && data !== undefined) ? (
				<ErrorState
					error={error}
					onRetry={() => void refetch()}
					retrying={isFetching}
					action={wayOut}
				/>
			) : null}
			{data === undefined ? null : children(data)}
		</>
	);
}
