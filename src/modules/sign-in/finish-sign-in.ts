import { insertEvent } from "../../kernel/audit/events.ts";
import { csrfToken } from "../../kernel/credentials/csrf.ts";
import { forbidden } from "../../kernel/index.ts";
import type { OpenAnswer, OpenContext } from "../../kernel/open-call.ts";
import type { SignInMethod } from "../sessions/index.ts";
import { openAttempt } from "./attempt.ts";
import { callerOf, type SignedInPerson } from "./person.ts";
import { refuseSignIn } from "./refuse-sign-in.ts";
import { isFactor, secondStepOf } from "./second-step.ts";
import type { SignInAnswer } from "./sign-in-answer.ts";
import { startSession } from "./start-session.ts";

/** The attempt of a person who has proved the first factor and owes the second. */
export const SECOND_FACTOR = "second_factor";

/** What such an attempt remembers. */
export interface SecondFactorState {
	accountId: string;
	userId: string;
	/** What was proved so far. */
	methods: SignInMethod[];
	/** Of the password that was proved: with another one the sign-in starts again. */
	passwordMark: string;
}

const ATTEMPT_MINUTES = 10;

export interface FinishOptions {
	/** Whether the identity provider has asked for a second factor, and its account counts that. */
	factorShownElsewhere?: boolean;
}

/**
 * The end of every way of signing in, once it is proved by `methods` who the person is: a session, a second step, or
 * a session that can only enrol a second factor. Writes the session and its audit row together.
 * @throws forbidden (`user_blocked`, `user_pending`, `account_suspended`), noted in the log
 */
export async function finishSignIn(
	ctx: OpenContext,
	person: SignedInPerson,
	methods: readonly SignInMethod[],
	{ factorShownElsewhere = false }: FinishOptions = {},
): Promise<OpenAnswer<SignInAnswer>> {
	const { database } = ctx.resources;
	assertLetIn(ctx, person);
	const step = await secondStepOf(
		database.reader([person.accountId]),
		person,
		methods,
		factorShownElsewhere,
	);
	if (step.needed === "factor") {
		await noteFirstFactor(ctx, person, methods);
		const { accountId, userId, passwordMark } = person;
		const state: SecondFactorState = {
			accountId,
			userId,
			methods: [...methods],
			passwordMark,
		};
		return {
			output: { next: "second_factor", methods: step.methods, csrf: null },
			attempt: await openAttempt(ctx.resources, {
				purpose: SECOND_FACTOR,
				state,
				minutes: ATTEMPT_MINUTES,
			}),
		};
	}
	const restricted = step.needed === "enrolment";
	const session = await startSession(ctx, person, {
		methods,
		restricted,
		factorShown: factorShownElsewhere || methods.some(isFactor),
	});
	return {
		output: {
			next: restricted ? "enrol_second_factor" : "signed_in",
			methods: [],
			csrf: csrfToken(ctx.resources.pepper, session.token),
		},
		session,
		attempt: null,
	};
}

/**
 * Whoever goes no further from here knew the password and lacked the factor: the log tells of it, or nobody would hear
 * that a password is known to others.
 */
async function noteFirstFactor(
	ctx: OpenContext,
	person: SignedInPerson,
	methods: readonly SignInMethod[],
): Promise<void> {
	const { accountId, userId: id, name } = person;
	await ctx.resources.database.transaction([accountId], (tx) =>
		tx.query(
			insertEvent({
				accountId,
				caller: callerOf(person, undefined),
				surface: "console",
				operation: ctx.operation,
				outcome: "done",
				target: { type: "user", id, name },
				before: undefined,
				after: { methods, next: "second_factor" },
				reason: "",
				address: ctx.address,
				userAgent: ctx.userAgent,
				requestId: ctx.requestId,
				at: ctx.now,
			}),
		),
	);
}

/** Said only to somebody who has proved who they are. */
function assertLetIn(ctx: OpenContext, person: SignedInPerson): void {
	const refuse = (reason: string, message: string): never => {
		refuseSignIn(ctx, person, ctx.operation, reason);
		throw forbidden(reason, message);
	};
	if (person.blocked)
		refuse(
			"user_blocked",
			"You are blocked; an administrator of your organization can change that.",
		);
	if (person.status === "pending")
		refuse("user_pending", "An administrator has yet to let you in.");
	if (person.status === "invited")
		refuse("user_invited", "Accept the invitation first: it sets a password.");
	if (person.home.status === "suspended")
		refuse("account_suspended", "Your organization is suspended.");
}
