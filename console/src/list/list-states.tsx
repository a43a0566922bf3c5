import type { UseInfiniteQueryResult } from "@tanstack/react-query";
import SearchX from "lucide-react/icons/search-x";
import type { ReactNode } from "react";
import { Button } from "../kit/button.tsx";
import { EmptyState } from "../kit/empty-state.tsx";
import { ErrorState } from "../kit/error-state.tsx";
import { Skeleton } from "../kit/skeleton.tsx";
import type { EmptyWords } from "./list-types.ts";
import classes from "./resource-list.module.css";

/** Stands in place of the rows while there are none: they load, they could not be had, there are none, none match. */
export function ListStates(props: {
	query: UseInfiniteQueryResult;
	isNothing: boolean;
	isNarrowed: boolean;
	empty: EmptyWords;
	columns: readonly { id: string }[];
	onClear: () => void;
	children: ReactNode;
}) {
	const { query, isNothing, isNarrowed, empty } = props;
	if (!isNothing) return props.children;
	if (query.isPending) return <LoadingRows columns={props.columns.length} />;
	if (query.isError)
		return (
			<div className={classes.frame}>
				<ErrorState
					error={query.error}
					onRetry={() => void query.refetch()}
					retrying={query.isFetching}
				/>
			</div>
		);
	return (
		<div className={classes.frame}>
			{isNarrowed ? (
				<NothingMatches onClear={props.onClear} />
			) : (
				<EmptyState icon={empty.icon} title={empty.title} action={empty.action}>
					{empty.text}
				</EmptyState>
			)}
		</div>
	);
}

function NothingMatches({ onClear }: { onClear: () => void }) {
	return (
		<EmptyState
			icon={<SearchX aria-hidden="true" />}
			title="Nothing matches"
			action={<Button onClick={onClear}>Clear search and filters</Button>}
		>
			Nothing here has what you searched and filtered for.
		</EmptyState>
	);
}

const widths = ["62%", "48%", "70%", "54%", "66%", "44%", "58%", "50%"];

function LoadingRows({ columns }: { columns: number }) {
	return (
		<div className={classes.frame} role="status">
			<span className={classes.hidden}>Loading…</span>
			{widths.map((width, row) => (
				<div key={width} className={classes.loadingRow}>
					{widths.slice(0, Math.min(columns, 5)).map((_, column) => (
						<Skeleton
							key={widths[column]}
							width={widths[(row + column) % widths.length]}
						/>
					))}
				</div>
			))}
		</div>
	);
}
