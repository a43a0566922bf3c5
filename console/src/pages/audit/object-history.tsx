import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Audit as AuditEvent } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { Time } from "../../format/time.tsx";
import { ErrorState } from "../../kit/error-state.tsx";
import { Section } from "../../kit/section.tsx";
import { SkeletonLines } from "../../kit/skeleton.tsx";
import classes from "./audit.module.css";
import { ActorName, Outcome } from "./audit-columns.tsx";

const LATEST = 20;

/** What was done to one thing lately, newest first: the end of its page. Nothing for who may not read the log. */
export function ObjectHistory({ type, id }: { type: string; id: string }) {
	const { client, accountParam, may } = useReeve();
	const mayRead = may("audit.list");
	const query = useQuery({
		queryKey: [accountParam, "audit", "of", type, id],
		queryFn: ({ signal }) =>
			client.audit.list(
				{ target_type: type, target_id: id, limit: LATEST },
				{ signal },
			),
		enabled: mayRead,
	});
	if (!mayRead) return null;
	return (
		<Section title="History" description="What was done to it, newest first.">
			{query.isPending ? <SkeletonLines /> : null}
			{query.isError ? (
				<ErrorState
					error={query.error}
					onRetry={() => void query.refetch()}
					retrying={query.isFetching}
				/>
			) : null}
			{query.data ? <Events events={query.data.data} /> : null}
		</Section>
	);
}

function Events({ events }: { events: readonly AuditEvent[] }) {
	if (events.length === 0) return <p>Nothing was done to it yet.</p>;
	return (
		<ul className={classes.history}>
			{events.map((event) => (
				<li key={event.id}>
					<EventLink event={event} />
					{event.outcome === "refused" ? <Outcome outcome="refused" /> : null}
					<ActorName event={event} />
					<span className={classes.when}>
						<Time value={event.at} />
					</span>
				</li>
			))}
		</ul>
	);
}

function EventLink({
	event: { id, account_id, operation },
}: {
	event: AuditEvent;
}) {
	return (
		<Link to="/a/$account/audit/$id" params={{ account: account_id, id }}>
			<code>{operation}</code>
		</Link>
	);
}
