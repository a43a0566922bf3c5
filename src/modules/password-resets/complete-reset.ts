import Type from "typebox";
import { announceRevocation, sql } from "../../db/index.ts";
import { insertEvent } from "../../kernel/audit/events.ts";
import { forbidden, notFound, object, Timestamp } from "../../kernel/index.ts";
import { type OpenContext, openCall } from "../../kernel/open-call.ts";
import { forgetAppCodeTries } from "../second-factors/index.ts";
import { endSessionsOf } from "../sessions/index.ts";
import {
	callerOf,
	finishSignIn,
	loadPerson,
	passwordClosed,
	refuseSignIn,
	type SignedInPerson,
	SignInAnswer,
	signInExample,
} from "../sign-in/index.ts";
import { assertPassword, hashPassword } from "../users/index.ts";
import { findReset, type OpenReset, takeReset } from "./reset-store.ts";

const exampleToken = "rvr_AnExampleTokenThatOpensNothing-000000000000000";

const token = Type.String({
	maxLength: 200,
	description: "What stands behind the `#` of the link",
});

export const readReset = openCall({
	id: "sign_in.reset",
	method: "POST",
	path: "/sign-in/reset",
	summary: "Say whose password a reset link sets.",
	input: object({ token }),
	output: object({
		email: Type.String(),
		name: Type.String(),
		organization: Type.String(),
		expires_at: Timestamp,
	}),
	example: {
		input: { token: exampleToken },
		output: {
			email: "tina@example.com",
			name: "Tina Technician",
			organization: "Example Networks",
			expires_at: "2026-01-05T10:00:00.000Z",
		},
	},
	async handler(ctx, input) {
		const { reset, person } = await open(ctx, input.token);
		return {
			output: {
				email: person.email,
				name: person.name,
				organization: person.home.name,
				expires_at: reset.expiresAt.toISOString(),
			},
		};
	},
});

export const completeReset = openCall({
	id: "sign_in.complete_reset",
	method: "POST",
	path: "/sign-in/complete-reset",
	summary: "Set a new password by a reset link, and sign in.",
	description:
		"All sessions of the person end. Who has a second factor still shows it.",
	input: object({
		token,
		password: Type.String({
			description:
				"8 to 72 characters with a digit, an upper-case letter and a special character",
		}),
	}),
	output: SignInAnswer,
	example: {
		input: { token: exampleToken, password: "an-example-Password-2" },
		output: signInExample,
	},
	async handler(ctx, { token, password }) {
		const { reset, person } = await open(ctx, token);
		assertPassword(password);
		await assertOpen(ctx, person);
		await setPassword(ctx, reset, person, await hashPassword(password));
		const renewed = await loadPerson(
			ctx.resources.database,
			person.accountId,
			person.userId,
		);
		return finishSignIn(ctx, renewed ?? person, ["password"]);
	},
});

/** @throws not_found for a link that was used, replaced or has expired, or never was one */
async function open(
	ctx: OpenContext,
	token: string,
): Promise<{ reset: OpenReset; person: SignedInPerson }> {
	const { resources } = ctx;
	const reset = await findReset(resources, token);
	if (!reset) throw notFound("reset link");
	const { accountId, userId } = reset;
	const person = await loadPerson(resources.database, accountId, userId);
	if (!person) throw notFound("reset link");
	return { reset, person };
}

/** What may have changed since the link was made. @throws forbidden */
async function assertOpen(
	ctx: OpenContext,
	person: SignedInPerson,
): Promise<void> {
	const db = ctx.resources.database.reader([person.accountId]);
	if (!(await passwordClosed(db, person))) return;
	refuseSignIn(ctx, person, ctx.operation, "sso_required");
	throw forbidden(
		"sso_required",
		"Your organization has you sign in with its own account; use single sign-on.",
	);
}

async function setPassword(
	ctx: OpenContext,
	reset: OpenReset,
	person: SignedInPerson,
	passwordHash: string,
): Promise<void> {
	const { accountId, userId } = reset;
	await ctx.resources.database.transaction([accountId], async (tx) => {
		if (!(await takeReset(tx, reset, ctx.now))) throw notFound("reset link");
		await tx.query(sql`update users set password_hash = ${passwordHash}, password_changed_at = ${ctx.now}, version = version + 1, updated_at = now()
			where account_id = ${accountId} and id = ${userId}`);
		await forgetAppCodeTries(tx, person);
		const ended = await endSessionsOf(tx, accountId, userId);
		await tx.query(changedEvent(ctx, person, ended));
		await tx.query(announceRevocation(accountId));
	});
	ctx.revoked(accountId);
}

function changedEvent(
	ctx: OpenContext,
	person: SignedInPerson,
	sessionsEnded: number,
) {
	return insertEvent({
		accountId: person.accountId,
		caller: callerOf(person, undefined),
		surface: "console",
		operation: ctx.operation,
		outcome: "done",
		target: { type: "user", id: person.userId, name: person.name },
		before: undefined,
		after: { sessions_ended: sessionsEnded },
		reason: "",
		address: ctx.address,
		userAgent: ctx.userAgent,
		requestId: ctx.requestId,
		at: ctx.now,
	});
}
