import { type ReeveError, unauthenticated } from "../../kernel/index.ts";
import type { OpenAnswer, OpenContext } from "../../kernel/open-call.ts";
import type { Person, SecondFactorMethod } from "../second-factors/index.ts";
import {
	endAttempt,
	finishSignIn,
	loadPerson,
	readAttempt,
	refuseSignIn,
	SECOND_FACTOR,
	type SecondFactorState,
	type SignedInPerson,
	type SignInAnswer,
	tryAttempt,
} from "../sign-in/index.ts";

/** What a second step goes on with: who it is, and what the attempt remembers. */
export interface SecondStep<T extends SecondFactorState = SecondFactorState> {
	person: SignedInPerson;
	state: T;
}

/**
 * Takes one of the tries of the sign-in that is between its steps, and one from the person's bucket. Both are taken
 * before anything is judged, so that many codes sent at once are no more than a few sent one after the other.
 * @throws unauthenticated (`sign_in_over`), too_many_requests
 */
export async function takeTry<T extends SecondFactorState>(
	ctx: OpenContext,
): Promise<SecondStep<T>> {
	const { resources, attempt } = ctx;
	const begun = await readAttempt<T>(resources, attempt, SECOND_FACTOR);
	if (!begun) throw signInOver();
	await slowDown(ctx, begun);
	const state = await tryAttempt<T>(resources, attempt, SECOND_FACTOR);
	const person =
		state &&
		(await loadPerson(resources.database, state.accountId, state.userId));
	if (!state || person?.passwordMark !== state.passwordMark) throw signInOver();
	return { person, state };
}

/** One attempt at this person, whichever way it is made. @throws too_many_requests */
export function slowDown(ctx: OpenContext, { userId }: Person): Promise<void> {
	return ctx.slowDown(`user ${userId}`);
}

export function signInOver(): ReeveError {
	return unauthenticated(
		"sign_in_over",
		"This sign-in took too long or had too many wrong answers; start again.",
	);
}

/** The answer to something wrong, noted in the person's account. */
export function wrong(
	ctx: OpenContext,
	person: SignedInPerson,
	reason: "wrong_code" | "wrong_passkey",
	message: string,
): ReeveError {
	refuseSignIn(ctx, person, ctx.operation, reason);
	return unauthenticated(reason, message);
}

/**
 * The end of a second step that was shown right. The attempt ends first: of two right answers at once, one signs in.
 * @throws unauthenticated (`sign_in_over`), and what `finishSignIn` does
 */
export async function finishStep(
	ctx: OpenContext,
	{ person, state }: SecondStep,
	method: SecondFactorMethod,
): Promise<OpenAnswer<SignInAnswer>> {
	if (!(await endAttempt(ctx.resources, ctx.attempt))) throw signInOver();
	return finishSignIn(ctx, person, [...state.methods, method]);
}
