import { Link } from "@tanstack/react-router";
import type { Audit as AuditEvent } from "../../../../generated/client.ts";
import { ButtonLink } from "../../kit/button-link.tsx";
import { CopyButton } from "../../kit/copy-button.tsx";
import { Drawer } from "../../kit/drawer.tsx";
import { AuditEventFacts } from "./audit-event-facts.tsx";
import { useOperationSummary } from "./operation-words.ts";

/** One event, looked at beside the list. */
export function AuditEventDrawer({
	event,
	onClose,
}: {
	event: AuditEvent | undefined;
	onClose: () => void;
}) {
	const summary = useOperationSummary(event?.operation);
	return (
		<Drawer
			open={event !== undefined}
			onClose={onClose}
			title={event?.operation}
			description={summary}
			wide
			footer={event ? <Buttons event={event} /> : null}
		>
			{event ? <AuditEventFacts event={event} /> : null}
		</Drawer>
	);
}

function Buttons({ event }: { event: AuditEvent }) {
	const { id, account_id: account } = event;
	const link = <Link to="/a/$account/audit/$id" params={{ account, id }} />;
	return (
		<>
			<CopyButton
				text={JSON.stringify(event, null, 2)}
				label="Copy as JSON"
				withText
			/>
			<ButtonLink render={link}>Open as a page</ButtonLink>
		</>
	);
}
