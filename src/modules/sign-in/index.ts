import type { AnyOperation } from "../../kernel/index.ts";
import type { AnyOpenCall } from "../../kernel/open-call.ts";
import { confirmPasskeyOptions } from "./confirm-passkey-options.ts";
import { confirmSession } from "./confirm-session.ts";
import { getOwnProfile, updateOwnProfile } from "./own-profile.ts";
import { setUpInBrowser } from "./set-up.ts";
import { signInPassword } from "./sign-in-password.ts";
import { signInState } from "./sign-in-state.ts";
import { signOut } from "./sign-out.ts";

/** The calls of signing in that need nothing but a password. */
export const signInCalls: readonly AnyOpenCall[] = [
	signInState,
	signInPassword,
	signOut,
	setUpInBrowser,
];

/** Operations about oneself that need to know how one signs in. */
export const signInOperations: readonly AnyOperation[] = [
	confirmPasskeyOptions,
	confirmSession,
	getOwnProfile,
	updateOwnProfile,
];

export {
	endAttempt,
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
export { passwordClosed } from "./password-rule.ts";
export {
	callerOf,
	findPerson,
	loadPerson,
	type SignedInPerson,
} from "./person.ts";
export { refuseSignIn } from "./refuse-sign-in.ts";
export { makeSetUpCode } from "./set-up.ts";
export { SignInAnswer, signInExample } from "./sign-in-answer.ts";
