import type { AnyOpenCall } from "../../kernel/open-call.ts";
import { signInState } from "./sign-in-state.ts";

export const signInCalls: readonly AnyOpenCall[] = [signInState];

export {
	endAttempt,
	endAttemptsFor,
	noteInAttempt,
	openAttempt,
	readAttempt,
	TRIES_MAX,
	tryAttempt,
} from "./attempt.ts";
export {
	type FinishOptions,
	finishSignIn,
	SECOND_FACTOR,
	type SecondFactorState,
} from "./finish-sign-in.ts";
export {
	callerOf,
	findPerson,
	loadPerson,
	type SignedInPerson,
} from "./person.ts";
export { refuseSignIn } from "./refuse-sign-in.ts";
export { SignInAnswer, signInExample } from "./sign-in-answer.ts";
export { startSession } from "./start-session.ts";
