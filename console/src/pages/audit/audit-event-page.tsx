import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Loaded } from "../../app/loaded.tsx";
import { Page } from "../../app/page.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { Breadcrumbs } from "../../kit/breadcrumbs.tsx";
import { Card } from "../../kit/card.tsx";
import { AuditEventFacts } from "./audit-event-facts.tsx";
import { useOperationSummary } from "./operation-words.ts";

/** One event of the log at an address of its own, to send to somebody. */
export function AuditEventPage() {
	const { client, accountParam } = useReeve();
	const { id } = useParams({ from: "/signed-in/a/$account/audit/$id" });
	const query = useQuery({
		queryKey: [accountParam, "audit", id],
		queryFn: ({ signal }) => client.audit.get({ id }, { signal }),
	});
	const summary = useOperationSummary(query.data?.operation);
	return (
		<Page
			title={query.data?.operation ?? "Audit event"}
			description={summary}
			back={<WayBack id={id} />}
			curl={(asked) => asked.audit.get({ id })}
		>
			<Loaded query={query}>
				{(event) => (
					<Card>
						<AuditEventFacts event={event} />
					</Card>
				)}
			</Loaded>
		</Page>
	);
}

function WayBack({ id }: { id: string }) {
	const { accountParam: account } = useReeve();
	const list = <Link to="/a/$account/audit" params={{ account }} />;
	return (
		<Breadcrumbs
			items={[{ label: "Audit log", render: list }, { label: id }]}
		/>
	);
}
