import type { Audit as AuditEvent } from "../../../../generated/client.ts";
import { Time } from "../../format/time.tsx";
import { Badge } from "../../kit/badge.tsx";
import { KeyValueList } from "../../kit/key-value-list.tsx";
import { Section } from "../../kit/section.tsx";
import { AccountName } from "../../list/account-column.tsx";
import classes from "./audit.module.css";
import { ActorName, Outcome, TargetName } from "./audit-columns.tsx";
import { ChangesTable } from "./changes-table.tsx";
import { CredentialLink, TargetLink } from "./target-link.tsx";

/** All that the log knows of one event: who, what, from where, and what it changed. */
export function AuditEventFacts({ event }: { event: AuditEvent }) {
	return (
		<div className={classes.stack}>
			<KeyValueList items={[...whatFacts(event), ...whoFacts(event)]} />
			<Section title="What changed">
				<ChangesTable before={event.before} after={event.after} />
			</Section>
			<Section title="Where it came from">
				<KeyValueList items={whenceFacts(event)} />
			</Section>
		</div>
	);
}

function whatFacts(event: AuditEvent) {
	const { at, target, reason } = event;
	return [
		{ label: "When", value: <Time value={at} as="seconds" /> },
		{ label: "Outcome", value: <Outcome outcome={event.outcome} /> },
		{
			label: "Of what",
			value: (
				<TargetLink event={event}>
					<TargetName target={target} />
				</TargetLink>
			),
			copy: target.id ?? undefined,
		},
		reason === "" ? null : { label: "Reason", value: reason },
	];
}

function whoFacts(event: AuditEvent) {
	const { actor } = event;
	return [
		{ label: "Who", value: <ActorName event={event} /> },
		actor.email === ""
			? null
			: { label: "E-mail", value: actor.email, copy: actor.email },
		event.external
			? {
					label: "At home in",
					value: <AccountName id={actor.account_id ?? undefined} />,
				}
			: null,
	];
}

function whenceFacts(event: AuditEvent) {
	return [
		{ label: "Address", value: event.address || "–", copy: event.address },
		{ label: "Surface", value: <Badge>{event.surface}</Badge> },
		{
			label: "Credential",
			value: <CredentialLink event={event} />,
			copy: event.credential_id ?? undefined,
		},
		{ label: "User agent", value: event.user_agent || "–" },
		{ label: "Request", value: event.request_id, copy: event.request_id },
		{
			label: "Place in the chain",
			value: event.sequence === null ? "Not sealed yet" : `${event.sequence}`,
		},
	];
}
