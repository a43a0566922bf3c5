import Type from "typebox";
import { announceRevocation, sql, type Transaction } from "../../db/index.ts";
import { insertEvent } from "../../kernel/audit/events.ts";
import { object } from "../../kernel/index.ts";
import { type OpenContext, openCall } from "../../kernel/open-call.ts";
import {
	endSession,
	type FoundSession,
	findSession,
} from "../sessions/index.ts";
import { endAttempt } from "./attempt.ts";
import { callerOf, loadPerson } from "./person.ts";

export const signOut = openCall({
	id: "sign_in.out",
	method: "POST",
	path: "/sign-in/out",
	summary: "Sign out: the session opens nothing any more, anywhere.",
	unguarded: true,
	input: object({}),
	output: Type.Null(),
	example: { input: {}, output: null },
	async handler(ctx) {
		const { resources } = ctx;
		await endAttempt(resources, ctx.attempt);
		const session = await findSession(resources, ctx.session);
		if (session)
			await resources.database.transaction([session.accountId], (tx) =>
				end(ctx, tx, session),
			);
		return { output: null, session: null, attempt: null };
	},
});

async function end(
	ctx: OpenContext,
	tx: Transaction,
	session: FoundSession,
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
			operation: ctx.operation,
			outcome: "done",
			target: { type: "session", id: credentialId, name: person.name },
			before: undefined,
			after: undefined,
			reason: "",
			address: ctx.address,
			userAgent: ctx.userAgent,
			requestId: ctx.requestId,
			at: ctx.now,
		}),
	);
}
