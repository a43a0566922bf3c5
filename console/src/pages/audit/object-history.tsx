import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Loaded } from "../../app/loaded.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { Section } from "../../kit/section.tsx";
import { EventLines } from "./event-lines.tsx";

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
		<Section
			title="History"
			description="What was done to it, newest first."
			actions={<AllOfIt type={type} id={id} />}
		>
			<Loaded query={query}>
				{({ data: events }) => (
					<EventLines events={events} nothing="Nothing was done to it yet." />
				)}
			</Loaded>
		</Section>
	);
}

function AllOfIt({ type, id }: { type: string; id: string }) {
	const { accountParam: account } = useReeve();
	return (
		<Link
			to="/a/$account/audit"
			params={{ account }}
			search={{ target_type: type, target_id: id } as never}
		>
			Show all in the audit log
		</Link>
	);
}
