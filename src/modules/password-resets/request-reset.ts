import Type from "typebox";
import { insertEvent } from "../../kernel/audit/events.ts";
import { object } from "../../kernel/index.ts";
import { nameInMail, timeInMail } from "../../kernel/mail-text.ts";
import type { Mail } from "../../kernel/mailer.ts";
import { type OpenContext, openCall } from "../../kernel/open-call.ts";
import {
	callerOf,
	findPerson,
	passwordClosed,
	type SignedInPerson,
} from "../sign-in/index.ts";
import { lastResetAt, makeResetLink, type ResetLink } from "./reset-store.ts";

/** Whoever presses again within this time gets no second mail; the first still works. */
const PAUSE_MS = 5 * 60_000;

export const requestReset = openCall({
	id: "sign_in.request_reset",
	method: "POST",
	path: "/sign-in/request-reset",
	summary: "Have a link mailed by which to set a new password.",
	description:
		"The answer is the same, and comes as fast, whether anybody has the address or not. Nothing is mailed on a server without a mail server, and at most one mail in five minutes.",
	input: object({ email: Type.String({ minLength: 3, maxLength: 254 }) }),
	output: Type.Null(),
	example: { input: { email: "tina@example.com" }, output: null },
	async handler(ctx, { email }) {
		await ctx.slowDown(`reset ${email.trim()}`);
		// After the answer, so that its time tells nothing either.
		if (ctx.resources.mailer)
			ctx.resources.background.run(() => sendReset(ctx, email.trim()));
		return { output: null };
	},
});

async function sendReset(ctx: OpenContext, email: string): Promise<void> {
	const { database, mailer } = ctx.resources;
	const person = await findPerson(database, email);
	if (!person || !(await mayReset(ctx, person))) return;
	const link = await database.transaction([person.accountId], async (tx) => {
		const made = await makeResetLink(tx, ctx.resources, {
			...person,
			createdBy: { id: null, name: "" },
			now: ctx.now,
		});
		await tx.query(requestedEvent(ctx, person, made));
		return made;
	});
	await mailer?.send(resetMail(person, link));
}

/** Whoever could not sign in with a new password gets none. */
async function mayReset(
	ctx: OpenContext,
	person: SignedInPerson,
): Promise<boolean> {
	const { accountId, userId, blocked, status } = person;
	if (blocked || status !== "active") return false;
	const db = ctx.resources.database.reader([accountId]);
	if (await passwordClosed(db, person)) return false;
	const last = await lastResetAt(db, accountId, userId);
	return !last || ctx.now.getTime() - last.getTime() >= PAUSE_MS;
}

function requestedEvent(
	ctx: OpenContext,
	person: SignedInPerson,
	{ expiresAt }: ResetLink,
) {
	return insertEvent({
		accountId: person.accountId,
		caller: callerOf(person, undefined),
		surface: "console",
		operation: ctx.operation,
		outcome: "done",
		target: { type: "user", id: person.userId, name: person.name },
		before: undefined,
		after: { expires_at: expiresAt.toISOString() },
		reason: "",
		address: ctx.address,
		userAgent: ctx.userAgent,
		requestId: ctx.requestId,
		at: ctx.now,
	});
}

function resetMail(person: SignedInPerson, link: ResetLink): Mail {
	return {
		to: person.email,
		subject: "Set a new password",
		text: `Hello ${nameInMail(person.name)},

somebody, probably you, wants to set a new password for your account at ${nameInMail(person.home.name)} on Reeve. Open
this link to do so:

${link.url}

The link works once, until ${timeInMail(link.expiresAt)}.

If that was not you, leave it alone: your password stays as it is.
`,
	};
}
