import { type Sql, sql } from "../../db/index.ts";
import type { Caller } from "../caller.ts";
import { actorOf, credentialIdOf } from "../caller.ts";

/** One row of the audit log, as the gate makes it. */
export interface AuditEvent {
	accountId: string;
	caller: Caller;
	surface: string;
	operation: string;
	outcome: "done" | "refused";
	target: { type: string; id: string | null; name: string };
	before: unknown;
	after: unknown;
	reason: string;
	address: string;
	userAgent: string;
	requestId: string;
	at: Date;
}

/** Text of a caller's, cut to what a log line needs. */
const TEXT_MAX = 500;

export function insertEvent(event: AuditEvent): Sql {
	const actor = actorOf(event.caller);
	const { target } = event;
	return sql`insert into audit_events (account_id, at, actor_kind, actor_id, actor_account_id, actor_name, actor_email, credential_id, surface,
		operation, outcome, target_type, target_id, target_name, before, after, reason, address, user_agent, request_id)
		values (${event.accountId}, ${event.at.toISOString()}, ${actor.kind}, ${actor.id}, ${actor.accountId}, ${actor.name}, ${actor.email},
		${credentialIdOf(event.caller)}, ${event.surface}, ${event.operation}, ${event.outcome}, ${target.type}, ${target.id}, ${target.name},
		${json(event.before)}, ${json(event.after)}, ${event.reason.slice(0, TEXT_MAX)}, ${event.address}, ${event.userAgent.slice(0, TEXT_MAX)}, ${event.requestId})`;
}

/** JSON text without what must never be stored, whatever a handler put in. */
function json(value: unknown): string | null {
	if (value === undefined || value === null) return null;
	return JSON.stringify(value, (name, field) =>
		isSecretName(name) ? undefined : field,
	);
}

const SECRET_NAME =
	/^(secret|password|token|plain_token|pepper|.*_(hash|secret|password|token))$|password/i;

const verdicts = new Map<string, boolean>();
const VERDICTS_MAX = 10_000;

/** Whether a field of this name is kept out of logs and audit rows whatever its operation declares. */
export function isSecretName(name: string): boolean {
	let secret = verdicts.get(name);
	if (secret === undefined) {
		secret = SECRET_NAME.test(name);
		if (verdicts.size < VERDICTS_MAX) verdicts.set(name, secret);
	}
	return secret;
}
