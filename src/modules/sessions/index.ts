export {
	CONFIRMED_MS,
	liftRestriction,
	markConfirmed,
	requireConfirmed,
} from "./confirmed-session.ts";
export {
	endSession,
	endSessionsOf,
	enrolmentOperations,
	type FoundSession,
	findSession,
	insertSession,
	type NewSession,
	type SignInMethod,
	type StartedSession,
} from "./session-store.ts";
