import type { AnyOperation } from "../../kernel/index.ts";
import { endOtherSessions } from "./end-other-sessions.ts";
import { endOwnSession } from "./end-session.ts";
import { listSessions } from "./list-sessions.ts";

export const sessionOperations: readonly AnyOperation[] = [
	listSessions,
	endOwnSession,
	endOtherSessions,
];

export {
	CONFIRMED_MS,
	markConfirmed,
	noteFactorShown,
	requireConfirmed,
} from "./confirmed-session.ts";
export { keepChallenge, takeChallenge } from "./passkey-challenge.ts";
export {
	enrolmentOperations,
	sessionAccess,
} from "./session-access.ts";
export {
	endSession,
	endSessionsOf,
	type FoundSession,
	findSession,
	insertSession,
	type NewSession,
	type SignInMethod,
	type StartedSession,
} from "./session-store.ts";
