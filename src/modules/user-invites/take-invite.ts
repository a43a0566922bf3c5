import { announceRevocation, sql, type Transaction } from "../../db/index.ts";
import { insertEvent } from "../../kernel/audit/events.ts";
import type { Caller } from "../../kernel/caller.ts";
import { conflict, notFound } from "../../kernel/index.ts";
import { invites } from "./invite-store.ts";

/** By what an invitation is taken, and what its audit row says of it. */
export interface Taking {
	/** None where the person signs in elsewhere. */
	passwordHash: string | null;
	caller: Caller;
	surface: string;
	address: string;
	userAgent: string;
	/** Of the request. */
	id: string;
	now: Date;
}

/**
 * Makes an invited person active and ends the invitation, with its audit row.
 * @throws not_found when it was taken meanwhile, conflict (`invite_expired`)
 */
export async function takeInvite(
	tx: Transaction,
	invited: {
		accountId: string;
		userId: string;
		inviteId: string;
		name: string;
	},
	taking: Taking,
): Promise<void> {
	const { accountId, userId, inviteId } = invited;
	const inside = { db: tx, account: { id: accountId } };
	const invite = await invites.lock(inside, inviteId);
	if (!invite) throw notFound("invite");
	if (invite.expires_at <= taking.now)
		throw conflict("invite_expired", "The invitation has expired.");
	await tx.query(sql`update users set password_hash = coalesce(${taking.passwordHash}, password_hash), status = 'active', version = version + 1, updated_at = now()
		where account_id = ${accountId} and id = ${userId} and status = 'invited'`);
	await invites.remove(inside, inviteId);
	await tx.query(
		insertEvent({
			accountId,
			caller: taking.caller,
			surface: taking.surface,
			operation: "user_invites.accept",
			outcome: "done",
			target: { type: "user", id: userId, name: invited.name },
			before: { status: "invited" },
			after: { status: "active" },
			reason: "",
			address: taking.address,
			userAgent: taking.userAgent,
			requestId: taking.id,
			at: taking.now,
		}),
	);
	await tx.query(announceRevocation(accountId));
}

/** The same for a person who proved otherwise who they are. @throws not_found, conflict (`invite_expired`) */
export async function takeInviteOf(
	tx: Transaction,
	invited: { accountId: string; userId: string; name: string },
	taking: Omit<Taking, "passwordHash">,
): Promise<void> {
	const [row] = await tx.query<{ id: string }>(sql`select id from user_invites
		where account_id = ${invited.accountId} and user_id = ${invited.userId}`);
	if (!row) throw notFound("invite");
	await takeInvite(
		tx,
		{ ...invited, inviteId: row.id },
		{ ...taking, passwordHash: null },
	);
}
