import { announceRevocation, sql, type Transaction } from "../../db/index.ts";
import { insertEvent } from "../../kernel/audit/events.ts";
import type { OpenContext } from "../../kernel/open-call.ts";
import { endSession, type FoundSession } from "../sessions/index.ts";
import { callerOf, loadPerson } from "./person.ts";

/** The name in the log of what ends a session, whatever the person pressed. */
export const SIGN_OUT = "sign_in.out";

/**
 * Ends the session that the browser carries, with its row in the log of the account it belongs to; nothing where it is
 * gone already.
 * @param reason why, where the person did not ask for it
 */
export async function endCarriedSession(
	ctx: OpenContext,
	tx: Transaction,
	session: FoundSession,
	reason = "",
): Promise<void> {
	const { accountId, credentialId } = session;
	const [row] = await tx.query<{ user_id: string }>(
		sql`select user_id from credentials where account_id = ${accountId} and id = ${credentialId} for update`,
	);
	if (!row || !(await endSession(tx, session))) return;
	await tx.query(announceRevocation(accountId));
	ctx.revoked(accountId);
	const { database } = ctx.resources;
	const person = await loadPerson(database, accountId, row.user_id);
	if (!person) return;
	await tx.query(
		insertEvent({
			accountId,
			caller: callerOf(person, credentialId),
			surface: "console",
			operation: SIGN_OUT,
			outcome: "done",
			target: { type: "session", id: credentialId, name: person.name },
			before: undefined,
			after: undefined,
			reason,
			address: ctx.address,
			userAgent: ctx.userAgent,
			requestId: ctx.requestId,
			at: ctx.now,
		}),
	);
}
