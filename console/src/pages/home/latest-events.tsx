import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Loaded } from "../../app/loaded.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { Card } from "../../kit/card.tsx";
import { Section } from "../../kit/section.tsx";
import { EventLines } from "../audit/event-lines.tsx";
import { REFRESH_MS } from "./refresh.ts";

const LATEST = 5;

/** What was done last, by whom. */
export function LatestEvents() {
	const { client, accountParam, may } = useReeve();
	const isOpen = may("audit.list");
	const query = useQuery({
		queryKey: [accountParam, "audit", "latest"],
		queryFn: ({ signal }) => client.audit.list({ limit: LATEST }, { signal }),
		enabled: isOpen,
		refetchInterval: REFRESH_MS,
	});
	if (!isOpen) return null;
	return (
		<Section title="Latest events" actions={<WholeLog />}>
			<Card>
				<Loaded query={query} lines={5} quiet>
					{({ data: events }) => (
						<EventLines
							events={events}
							nothing="Nothing was done yet."
							withTarget
						/>
					)}
				</Loaded>
			</Card>
		</Section>
	);
}

function WholeLog() {
	const { accountParam: account } = useReeve();
	return (
		<Link to="/a/$account/audit" params={{ account }}>
			Audit log
		</Link>
	);
}
