import { Link } from "@tanstack/react-router";
import type { Audit as AuditEvent } from "../../../../generated/client.ts";
import { Time } from "../../format/time.tsx";
import classes from "./audit.module.css";
import { ActorName, Outcome } from "./audit-columns.tsx";

/** A few events, a line each, inside the page of something else. */
export function EventLines({
	events,
	nothing,
	withTarget = false,
}: {
	events: readonly AuditEvent[];
	/** Said when there are none. */
	nothing: string;
	/** Names what each is about, where that differs. */
	withTarget?: boolean;
}) {
	if (events.length === 0) return <p>{nothing}</p>;
	return (
		<ul className={classes.history}>
			{events.map((event) => (
				<li key={event.id}>
					<EventLink event={event} />
					{withTarget && event.target.name ? (
						<span>{event.target.name}</span>
					) : null}
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
