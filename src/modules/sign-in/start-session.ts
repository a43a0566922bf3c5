import { announceRevocation, sql } from "../../db/index.ts";
import { insertEvent } from "../../kernel/audit/events.ts";
import type { OpenContext } from "../../kernel/open-call.ts";
import {
	endSession,
	findSession,
	insertSession,
	type SignInMethod,
	type StartedSession,
} from "../sessions/index.ts";
import { callerOf, type SignedInPerson } from "./person.ts";

/**
 * Starts a session with its audit row. The session that the browser carried before, whoever's it was, ends in the
 * same transaction and is never gone on with: one that somebody else planted or saw would be worth a sign-in now.
 */
export async function startSession(
	ctx: OpenContext,
	person: SignedInPerson,
	methods: readonly SignInMethod[],
	restricted: boolean,
): Promise<StartedSession> {
	const { resources } = ctx;
	const former = await findSession(resources, ctx.session);
	const accounts = [person.accountId, ...(former ? [former.accountId] : [])];
	return resources.database.transaction([...new Set(accounts)], async (tx) => {
		if (former && (await endSession(tx, former))) {
			await tx.query(announceRevocation(former.accountId));
			ctx.revoked(former.accountId);
		}
		const started = await insertSession(tx, resources, {
			accountId: person.accountId,
			user: { id: person.userId, name: person.name },
			methods,
			restricted,
			address: ctx.address,
			userAgent: ctx.userAgent,
		});
		await tx.query(sql`update users set last_login_at = ${ctx.now}
			where account_id = ${person.accountId} and id = ${person.userId}`);
		await tx.query(signInEvent(ctx, person, started, methods, restricted));
		return started;
	});
}

function signInEvent(
	ctx: OpenContext,
	person: SignedInPerson,
	{ credentialId, expiresAt }: StartedSession,
	methods: readonly SignInMethod[],
	restricted: boolean,
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
