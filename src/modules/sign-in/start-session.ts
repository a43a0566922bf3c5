import { raw, sql, type Transaction } from "../../db/index.ts";
import { insertEvent } from "../../kernel/audit/events.ts";
import { unauthenticated } from "../../kernel/index.ts";
import type { OpenContext } from "../../kernel/open-call.ts";
import {
	findSession,
	insertSession,
	type NewSession,
	type SignInMethod,
	type StartedSession,
} from "../sessions/index.ts";
import { endCarriedSession } from "./end-carried-session.ts";
import { callerOf, passwordMark, type SignedInPerson } from "./person.ts";

/** What a sign-in has proved, and what it still lacks. */
type Proved = Pick<NewSession, "methods" | "restricted" | "factorShown">;

/**
 * Starts a session with its audit row. The session that the browser carried before, whoever's it was, ends in the
 * same transaction and is never gone on with: one that somebody else planted or saw would be worth a sign-in now.
 */
export async function startSession(
	ctx: OpenContext,
	person: SignedInPerson,
	proved: Proved,
): Promise<StartedSession> {
	const { resources } = ctx;
	const former = await findSession(resources, ctx.session);
	const accounts = [person.accountId, ...(former ? [former.accountId] : [])];
	return resources.database.transaction([...new Set(accounts)], async (tx) => {
		await assertUnchanged(ctx, tx, person, proved.methods);
		if (former)
			await endCarriedSession(
				ctx,
				tx,
				former,
				"a new sign-in in the same browser",
			);
		const started = await insertSession(tx, resources, {
			accountId: person.accountId,
			user: { id: person.userId, name: person.name },
			...proved,
			address: ctx.address,
			userAgent: ctx.userAgent,
		});
		await tx.query(signInEvent(ctx, person, started, proved));
		return started;
	});
}

/**
 * Locks the person and looks again: whoever was blocked, or whose password was changed, between the check and now gets
 * no session that would outlive it.
 * @throws unauthenticated (`changed_meanwhile`)
 */
async function assertUnchanged(
	ctx: OpenContext,
	tx: Transaction,
	person: SignedInPerson,
	methods: readonly SignInMethod[],
): Promise<void> {
	const byPassword = methods.includes("password");
	const rows = await tx.query(sql`update users u set last_login_at = ${ctx.now}
		where u.account_id = ${person.accountId} and u.id = ${person.userId} and u.status = 'active' and not u.blocked
		and (not ${byPassword}::boolean or ${raw(passwordMark)} = ${person.passwordMark}) returning 1 as one`);
	if (rows.length > 0) return;
	throw unauthenticated(
		"changed_meanwhile",
		"Something about you has just been changed; sign in again.",
	);
}

function signInEvent(
	ctx: OpenContext,
	person: SignedInPerson,
	{ credentialId, expiresAt }: StartedSession,
	{ methods, restricted }: Proved,
) {
	return insertEvent({
		accountId: person.accountId,
		caller: callerOf(person, credentialId),
		surface: "console",
		operation: ctx.operation,
		outcome: "done",
		target: { type: "session", id: credentialId, name: person.name },
		before: undefined,
		after: { methods, restricted, expires_at: expiresAt.toISOString() },
		reason: "",
		address: ctx.address,
		userAgent: ctx.userAgent,
		requestId: ctx.requestId,
		at: ctx.now,
	});
}
