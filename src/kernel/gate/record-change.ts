import { announceRevocation, type Transaction } from "../../db/index.ts";
import { type AuditEvent, insertEvent } from "../audit/events.ts";
import type { Change } from "../context.ts";
import type { AnyOperation } from "../operation.ts";
import type { Collected } from "./make-context.ts";
import { type IdempotentCall, storeAnswer } from "./replay.ts";

/** A write that was handled and is about to be recorded. */
export interface Written extends Collected {
	operation: AnyOperation;
	input: unknown;
	/** The output without the fields that are shown once: what may be stored or shown again. */
	publicOutput: unknown;
	/** Why, in the caller's words. */
	reason: string;
	accountId: string;
	idempotent: IdempotentCall | undefined;
	/** What every audit row of the request shares. */
	eventBase: Pick<
		AuditEvent,
		"caller" | "surface" | "address" | "userAgent" | "requestId" | "at"
	>;
}

/** Everything that must be stored with the change or not at all; it travels with COMMIT. */
export function recordChange(tx: Transaction, written: Written): void {
	for (const change of changesOf(written)) {
		const event = eventOf(written, change);
		const elsewhere = event.accountId !== written.accountId;
		tx.queue(insertEvent(event), elsewhere ? [event.accountId] : undefined);
	}
	for (const id of written.revoked) tx.queue(announceRevocation(id));
	if (written.idempotent)
		tx.queue(storeAnswer(written.idempotent, written.publicOutput));
}

/** What the handler told, or one row made from the call itself, unless the call is quiet. */
function changesOf({ changes, operation }: Written): readonly Change[] {
	if (operation.quiet) return [];
	return changes.length > 0 ? changes : [{}];
}

function eventOf(written: Written, change: Change): AuditEvent {
	const { operation, publicOutput } = written;
	return {
		...written.eventBase,
		accountId: change.accountId ?? written.accountId,
		operation: change.operation ?? operation.id,
		outcome: "done",
		target: { ...targetOf(written), ...change.target },
		before: change.before,
		after: "after" in change ? change.after : publicOutput,
		reason: written.reason,
	};
}

/** The target as the call names it, for what the handler left unsaid. */
function targetOf({
	operation,
	input,
	publicOutput,
}: Written): AuditEvent["target"] {
	const named: { id?: string; name?: unknown } = Object.assign(
		{},
		input,
		publicOutput,
	);
	return {
		type: operation.audit?.target ?? "",
		id: named.id ?? null,
		name: typeof named.name === "string" ? named.name : "",
	};
}
