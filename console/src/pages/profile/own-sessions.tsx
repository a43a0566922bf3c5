import { useQuery } from "@tanstack/react-query";
import type { Session } from "../../../../generated/client.ts";
import { Loaded } from "../../app/loaded.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { useWrite } from "../../app/use-write.ts";
import { countOf } from "../../format/plurals.ts";
import { Button } from "../../kit/button.tsx";
import { Card } from "../../kit/card.tsx";
import { Section } from "../../kit/section.tsx";
import { sessionsKey } from "./own-queries.ts";
import classes from "./profile.module.css";
import { SessionRow } from "./session-row.tsx";

/** Nobody is signed in at more places; if somebody is, ending all others is what they want. */
const SHOWN_MAX = 100;

/** Where one is signed in. */
export function OwnSessions() {
	const { client } = useReeve();
	const query = useQuery({
		queryKey: sessionsKey,
		queryFn: ({ signal }) =>
			client.sessions.list({ limit: SHOWN_MAX }, { signal }),
	});
	const count = query.data?.data.length ?? 0;
	return (
		<Section
			title="Sessions"
			description="The browsers in which you are signed in. End what you do not know, and change your password then."
			actions={count > 1 ? <EndOthers /> : null}
		>
			<Loaded query={query}>
				{({ data }) => (
					<Card flush>
						<ul className={classes.rows}>
							{[...data].sort(currentFirst).map((session) => (
								<SessionRow key={session.id} session={session} />
							))}
						</ul>
					</Card>
				)}
			</Loaded>
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
