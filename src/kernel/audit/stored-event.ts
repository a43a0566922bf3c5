import { raw, type Sql } from "../../db/index.ts";

/**
 * An event as it is read back from the log, which is what its place in the chain is computed over. Ids are decimal
 * text, `at` is UTC with microseconds, `before` and `after` are JSON as stored. A transaction id is not part of it: a
 * restored database keeps its events and changes what such ids mean.
 */
export interface StoredEvent {
	account_id: string;
	id: string;
	at: string;
	actor_kind: string;
	actor_id: string | null;
	actor_account_id: string | null;
	actor_name: string;
	actor_email: string;
	credential_id: string | null;
	surface: string;
	operation: string;
	outcome: string;
	target_type: string;
	target_id: string | null;
	target_name: string;
	before: unknown;
	after: unknown;
	reason: string;
	address: string;
	user_agent: string;
	request_id: string;
}

const columns = {
	account_id: "e.account_id",
	id: "e.id",
	at: utcText("e.at"),
	actor_kind: "e.actor_kind",
	actor_id: "e.actor_id",
	actor_account_id: "e.actor_account_id",
	actor_name: "e.actor_name",
	actor_email: "e.actor_email",
	credential_id: "e.credential_id",
	surface: "e.surface",
	operation: "e.operation",
	outcome: "e.outcome",
	target_type: "e.target_type",
	target_id: "e.target_id",
	target_name: "e.target_name",
	before: "e.before",
	after: "e.after",
	reason: "e.reason",
	address: "e.address",
	user_agent: "e.user_agent",
	request_id: "e.request_id",
} as const satisfies Record<keyof StoredEvent, string>;

export const eventFields = Object.keys(columns) as (keyof StoredEvent)[];

/** Selects every field of an event from `audit_events e`, in the form the chain is computed over. */
export const eventColumns: Sql = raw(
	Object.entries(columns)
		.map(([name, column]) => `${column} as ${name}`)
		.join(", "),
);

/** Picks the event out of a row that holds more. */
export function toStoredEvent(row: StoredEvent): StoredEvent {
	return Object.fromEntries(
		eventFields.map((name) => [name, row[name]]),
	) as unknown as StoredEvent;
}

/** A column of time as text: UTC, to the microsecond that the database keeps. */
export function utcText(column: string): string {
	return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}
