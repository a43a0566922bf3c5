import type { Audit as AuditEvent } from "../../../../generated/client.ts";

/** What an export of the events that a list shows can be. */
export type ListFormat = "csv" | "jsonl";

const csvColumns: Record<string, (event: AuditEvent) => unknown> = {
	at: ({ at }) => at,
	id: ({ id }) => id,
	account_id: ({ account_id }) => account_id,
	sequence: ({ sequence }) => sequence,
	operation: ({ operation }) => operation,
	outcome: ({ outcome }) => outcome,
	reason: ({ reason }) => reason,
	actor_kind: ({ actor }) => actor.kind,
	actor_id: ({ actor }) => actor.id,
	actor_name: ({ actor }) => actor.name,
	actor_email: ({ actor }) => actor.email,
	actor_account_id: ({ actor }) => actor.account_id,
	external: ({ external }) => external,
	credential_id: ({ credential_id }) => credential_id,
	surface: ({ surface }) => surface,
	target_type: ({ target }) => target.type,
	target_id: ({ target }) => target.id,
	target_name: ({ target }) => target.name,
	address: ({ address }) => address,
	user_agent: ({ user_agent }) => user_agent,
	request_id: ({ request_id }) => request_id,
	before: ({ before }) => (before === null ? null : JSON.stringify(before)),
	after: ({ after }) => (after === null ? null : JSON.stringify(after)),
};

/** Without it spreadsheets take UTF-8 for the alphabet of the machine, and "Zoë" for "ZoÃ«". */
const BYTE_ORDER_MARK = "\uFEFF";

/** The line before the first event; none in JSON lines. */
export function headerLine(format: ListFormat): string {
	return format === "csv"
		? BYTE_ORDER_MARK + csvLine(Object.keys(csvColumns))
		: "";
}

/** One event as a line of the file, with its end. CSV as RFC 4180 has it. */
export function eventLine(format: ListFormat, event: AuditEvent): string {
	return format === "csv"
		? csvLine(Object.values(csvColumns).map((field) => field(event)))
		: `${JSON.stringify(event)}\n`;
}

function csvLine(fields: readonly unknown[]): string {
	return `${fields.map(csvField).join(",")}\r\n`;
}

/** What a spreadsheet may begin to reckon at; full-width signs and spaces before a sign count as well. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** Names are other people's text: a spreadsheet must not take one for a formula, so those get an apostrophe before. */
function csvField(value: unknown): string {
	if (value === null || value === undefined) return "";
	const text = String(value);
	const safe = FORMULA.test(text) ? `'${text}` : text;
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
