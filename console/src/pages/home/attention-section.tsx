import { useInfiniteQuery } from "@tanstack/react-query";
import CircleCheckBig from "lucide-react/icons/circle-check-big";
import type { Attention } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { Button } from "../../kit/button.tsx";
import { EmptyState } from "../../kit/empty-state.tsx";
import { ErrorState } from "../../kit/error-state.tsx";
import { Section } from "../../kit/section.tsx";
import { SkeletonLines } from "../../kit/skeleton.tsx";
import { AttentionGroup } from "./attention-group.tsx";
import classes from "./home.module.css";
import { REFRESH_MS } from "./refresh.ts";

const PAGE_ITEMS = 200;

const severities = ["critical", "warning", "notice"] as const;

/** What needs attention now, the worst first. */
export function AttentionSection() {
	const { may } = useReeve();
	const query = useAttention();
	if (!may("attention.list")) return null;
	const items = query.data?.pages.flatMap(({ data }) => data);
	return (
		<Section title="Needs attention">
			{query.isPending ? (
				<div className={classes.frame}>
					<SkeletonLines lines={4} />
				</div>
			) : null}
			{query.isError && !items ? (
				<ErrorState
					error={query.error}
					onRetry={() => void query.refetch()}
					retrying={query.isFetching}
				/>
			) : null}
			{items?.length === 0 ? <Calm /> : null}
			{severities.map((severity) => (
				<Group key={severity} severity={severity} items={items} />
			))}
			{query.hasNextPage ? (
				<div>
					<Button
						onClick={() => void query.fetchNextPage()}
						pending={query.isFetchingNextPage}
					>
						Show more
					</Button>
				</div>
			) : null}
		</Section>
	);
}

function useAttention() {
	const { client, accountParam, may } = useReeve();
	return useInfiniteQuery({
		queryKey: [accountParam, "attention"],
		queryFn: ({ pageParam, signal }) =>
			client.attention.list(
				{ limit: PAGE_ITEMS, ...(pageParam ? { cursor: pageParam } : {}) },
				{ signal },
			),
		initialPageParam: "",
		getNextPageParam: (last) => last.next ?? undefined,
		enabled: may("attention.list"),
		refetchInterval: REFRESH_MS,
		refetchOnWindowFocus: "always",
	});
}

function Group({
	severity,
	items,
}: {
	severity: Attention["severity"];
	items: readonly Attention[] | undefined;
}) {
	const own = items?.filter((item) => item.severity === severity) ?? [];
	if (own.length === 0) return null;
	return <AttentionGroup severity={severity} items={own} />;
}

function Calm() {
	return (
		<div className={classes.frame}>
			<EmptyState
				icon={<CircleCheckBig aria-hidden="true" className={classes.calm} />}
				title="Nothing needs attention"
			>
				No device is in alarm, nothing waits for you, and no key is about to
				expire.
			</EmptyState>
		</div>
	);
}
