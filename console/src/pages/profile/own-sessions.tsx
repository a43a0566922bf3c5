import { useQuery } from "@tanstack/react-query";
import type { Session } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { useWrite } from "../../app/use-write.ts";
import { countOf } from "../../format/plurals.ts";
import { Button } from "../../kit/button.tsx";
import { Card } from "../../kit/card.tsx";
import { ErrorState } from "../../kit/error-state.tsx";
import { Section } from "../../kit/section.tsx";
import { SkeletonLines } from "../../kit/skeleton.tsx";
import { sessionsKey } from "./own-queries.ts";
import classes from "./profile.module.css";
import { SessionRow } from "./session-row.tsx";

/** Nobody is signed in at more places; if somebody is, ending all others is what they want. */
const SHOWN_MAX = 100;

/** Where one is signed in. */
export function OwnSessions() {
	const { client } = useReeve();
	const { data, error, refetch, isFetching } = useQuery({
		queryKey: sessionsKey,
		queryFn: ({ signal }) =>
			client.sessions.list({ limit: SHOWN_MAX }, { signal }),
	});
	const sessions = [...(data?.data ?? [])].sort(currentFirst);
	return (
		<Section
			title="Sessions"
			description="The browsers in which you are signed in. End what you do not know, and change your password then."
			actions={sessions.length > 1 ? <EndOthers /> : null}
		>
			{data ? (
				<Card flush>
					<ul className={classes.rows}>
						{sessions.map((session) => (
							<SessionRow key={session.id} session={session} />
						))}
					</ul>
				</Card>
			) : null}
			{error ? (
				<ErrorState
					error={error}
					onRetry={() => void refetch()}
					retrying={isFetching}
				/>
			) : null}
			{data || error ? null : <SkeletonLines />}
		</Section>
	);
}

function currentFirst(a: Session, b: Session): number {
	return (
		Number(b.current) - Number(a.current) ||
		lastUse(b).localeCompare(lastUse(a))
	);
}

function lastUse({ last_used_at, created_at }: Session): string {
	return last_used_at ?? created_at;
}

function EndOthers() {
	const write = useWrite({
		call: ({ client }) => client.sessions.endOthers(),
		changes: ["sessions"],
		done: ({ ended }) => `${countOf(ended, "other session")} ended`,
	});
	return (
		<Button
			variant="dangerQuiet"
			pending={write.isPending}
			onClick={() => write.mutate(undefined)}
		>
			End all others
		</Button>
	);
}
