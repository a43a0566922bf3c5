import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useRef } from "react";
import type { Endpoint } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { Banner } from "../../kit/banner.tsx";
import { ErrorState } from "../../kit/error-state.tsx";
import { Loading } from "../../kit/spinner.tsx";
import { endpointLink } from "./endpoint-columns.tsx";
import classes from "./enrol.module.css";

const ASK_MS = 2_000;
const LATEST = 20;

/** Waits for computers that join with a key, and says so when they do. */
export function EnrolledNow({
	setupKeyId,
	isNewKey,
}: {
	setupKeyId: string;
	/** Nothing can have joined with it before. */
	isNewKey: boolean;
}) {
	const { client, accountParam } = useReeve();
	const query = useQuery({
		queryKey: [accountParam, "endpoints", "enrolling", setupKeyId],
		queryFn: ({ signal }) =>
			client.endpoints.list(
				{ setup_key_id: setupKeyId, sort: "-created_at", limit: LATEST },
				{ signal },
			),
		refetchInterval: ASK_MS,
		refetchIntervalInBackground: true,
	});
	const came = useNewOnes(query.data?.data, isNewKey);
	if (query.isError && !query.data)
		return (
			<ErrorState
				error={query.error}
				onRetry={() => void query.refetch()}
				retrying={query.isFetching}
			/>
		);
	return (
		<div className={classes.came} aria-live="polite">
			{came.map((endpoint) => (
				<Came key={endpoint.id} endpoint={endpoint} />
			))}
			<Loading
				label={
					came.length === 0
						? "Waiting for the computer. It appears here by itself."
						: "Waiting for more."
				}
			/>
		</div>
	);
}

/** Those that were not there when the page began to wait. */
function useNewOnes(
	now: readonly Endpoint[] | undefined,
	isNewKey: boolean,
): Endpoint[] {
	const before = useRef<Set<string>>(undefined);
	if (now && !before.current)
		before.current = new Set(isNewKey ? [] : now.map(({ id }) => id));
	return (now ?? []).filter(({ id }) => !before.current?.has(id));
}

function Came({ endpoint }: { endpoint: Endpoint }) {
	const { name, ip, os, approval_required: isWaiting } = endpoint;
	const facts = [os, ip].filter(Boolean).join(", ");
	return (
		<Banner
			kind="success"
			title={`${name} has joined`}
			action={<Link {...endpointLink(endpoint)}>Open it</Link>}
		>
			{facts}
			{isWaiting ? " It waits for approval." : null}
		</Banner>
	);
}
