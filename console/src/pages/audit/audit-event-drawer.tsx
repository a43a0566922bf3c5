import { Link } from "@tanstack/react-router";
import type { Audit as AuditEvent } from "../../../../generated/client.ts";
import { ButtonLink } from "../../kit/button-link.tsx";
import { Drawer } from "../../kit/drawer.tsx";
import { AuditEventFacts } from "./audit-event-facts.tsx";

/** One event, looked at beside the list. */
export function AuditEventDrawer({
	event,
	onClose,
}: {
	event: AuditEvent | undefined;
	onClose: () => void;
}) {
	return (
		<Drawer
			open={event !== undefined}
			onClose={onClose}
			title={event?.operation}
			wide
			footer={event ? <OwnPage event={event} /> : null}
		>
			{event ? <AuditEventFacts event={event} /> : null}
		</Drawer>
	);
}

function OwnPage({ event: { id, account_id } }: { event: AuditEvent }) {
	const link = (
		<Link to="/a/$account/audit/$id" params={{ account: account_id, id }} />
	);
	return <ButtonLink render={link}>Open as a page</ButtonLink>;
}
