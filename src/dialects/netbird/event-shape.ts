import { activityOf } from "./activities.ts";
import { date, shape, text } from "./schemas.ts";

type Snapshot = Record<string, unknown> | null;

/** An audit row as the core shows it. */
export interface AuditEvent {
	id: string;
	account_id: string;
	at: string;
	actor: { kind: string; id: string | null; name: string; email: string };
	external: boolean;
	operation: string;
	target: { type: string; id: string | null; name: string };
	before: Snapshot;
	after: Snapshot;
}

/** @param summaryOf what an operation of ours does, for those that the vendor has no code for */
export function toWireEvent(
	event: AuditEvent,
	summaryOf: (operation: string) => string | undefined,
) {
	const { actor, target } = event;
	const [activity_code, activity] = activityOf(event, summaryOf);
	const isSystem = actor.kind === "system";
	return {
		id: event.id,
		timestamp: event.at,
		activity,
		activity_code,
		initiator_id: isSystem ? "sys" : (actor.id ?? ""),
		// Machines have no name here: a client shows the key's or its own words.
		initiator_name: isPerson(actor.kind) ? actor.name : "",
		initiator_email: actor.email,
		target_id: targetIdOf(event) ?? target.id ?? "",
		meta: metaOf(event),
	};
}

function isPerson(kind: string): boolean {
	return kind === "user" || kind === "service_user";
}

/** A token's event is about its user. */
function targetIdOf(event: AuditEvent): string | undefined {
	if (event.target.type !== "key") return undefined;
	return userOf(event)?.id;
}

function userOf(event: AuditEvent) {
	const key = event.after ?? event.before;
	return key?.user as
		| { id: string; name: string; kind: string }
		| null
		| undefined;
}

/** Details by the kind of the target; every value is a text. */
function metaOf(event: AuditEvent): Record<string, string> {
	const { target, before, after } = event;
	const state = after ?? before ?? {};
	const meta: Record<string, unknown> = { name: target.name };
	switch (target.type) {
		case "setup_key":
			meta.type = state.type;
			meta.key = state.masked_key;
			break;
		case "user":
			meta.username = target.name;
			meta.email = state.email;
			meta.role = state.role;
			break;
		case "user_invite":
			meta.email = state.email;
			break;
		case "key":
			meta.user_name = userOf(event)?.name;
			meta.is_service_user = userOf(event)?.kind === "service";
			break;
		case "network_resource":
			meta.type = state.type;
			meta.network_id = state.network_id;
			break;
		case "network_router":
			meta.network_id = state.network_id;
			break;
		case "endpoint":
			meta.fqdn = state.dns_label;
			meta.ip = state.ip;
			break;
	}
	if (before && after && before.name !== after.name) {
		meta.old_name = before.name;
		meta.new_name = after.name;
	}
	// A text, and only where it is true: clients look whether it is there.
	if (event.external) meta.external = "true";
	return asTexts(meta);
}

function asTexts(meta: Record<string, unknown>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(meta)
			.filter(([, value]) => value !== undefined && value !== null)
			.map(([name, value]) => [name, String(value)]),
	);
}

export const eventSchema = shape({
	id: text,
	timestamp: date,
	activity: text,
	activity_code: text,
	initiator_id: text,
	initiator_name: text,
	initiator_email: text,
	target_id: text,
	meta: { type: "object", additionalProperties: text },
});

export const eventExample = {
	id: "1000070",
	timestamp: "2026-01-05T09:00:00.000Z",
	activity: "Setup key created",
	activity_code: "setupkey.add",
	initiator_id: "1000003",
	initiator_name: "Olive Owner",
	initiator_email: "olive@provider.test",
	target_id: "1000081",
	meta: {
		name: "bootstrap",
		type: "reusable",
		key: "3F250****",
		external: "true",
	},
};
