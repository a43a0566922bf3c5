import {
	createClient,
	ReeveProblem,
	type SignInStateAnswer,
} from "../../../generated/client.ts";

/** What the server says of this browser. Its `csrf` token stays in memory, never in a storage. */
export type SessionState = SignInStateAnswer;

/**
 * Why a session came to its end, or opens nothing but the enrolment of a second factor that the organization has come to
 * ask for.
 */
export type Ending = "signed_out" | "expired" | "second_factor";

let known: Promise<SessionState> | undefined;
let csrf: string | null = null;
let ended: Ending | undefined;
const listeners = new Set<(ending: Ending) => void>();
const otherTabs =
	typeof BroadcastChannel === "undefined"
		? undefined
		: new BroadcastChannel("reeve-session");

otherTabs?.addEventListener("message", ({ data }) => {
	known = undefined;
	csrf = null;
	if (data === "signed_out") tellEnded("signed_out");
});

/** The state of the session: asked for once, then remembered until it changes. */
export function readSession(): Promise<SessionState> {
	known ??= askForSession().catch((error: unknown) => {
		known = undefined;
		throw error;
	});
	return known;
}

/** Asks the server anew, as after a step of signing in. */
export function refreshSession(): Promise<SessionState> {
	known = undefined;
	return readSession();
}

/** Call after somebody signed in: the state is read anew, and other tabs will read it too. */
export async function sessionStarted(): Promise<SessionState> {
	const state = await refreshSession();
	ended = undefined;
	otherTabs?.postMessage("signed_in");
	return state;
}

/** What a write by session must carry; nothing before it is known. */
export function csrfHeader(): Record<string, string> {
	return csrf === null ? {} : { "reeve-csrf": csrf };
}

/** Ends the session on the server, here and in every other tab. */
export async function signOut(): Promise<void> {
	try {
		await signIn.out();
	} catch (error) {
		// Whoever is signed out already got what they asked for.
		if (!(error instanceof ReeveProblem) || error.status !== 401) throw error;
	}
	known = undefined;
	csrf = null;
	otherTabs?.postMessage("signed_out");
	tellEnded("signed_out");
}

/** Call when the server no longer knows the session. */
export function sessionLost(): void {
	known = undefined;
	csrf = null;
	tellEnded("expired");
}

/** Call when the server wants a second factor enrolled before the session goes on. */
export function sessionHeld(): void {
	known = undefined;
	tellEnded("second_factor");
}

/** Tells when the session ends, here or in another tab. @returns what stops the telling */
export function onSessionEnd(listener: (ending: Ending) => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}

/** How the last session in this tab ended; nothing before one did, or once another began. */
export function lastEnding(): Ending | undefined {
	return ended;
}

function tellEnded(ending: Ending): void {
	ended = ending;
	for (const listener of listeners) listener(ending);
}

const { signIn } = createClient({
	baseUrl: "",
	headers: () => csrfHeader(),
});

async function askForSession(): Promise<SessionState> {
	const state = await signIn.state();
	csrf = state.csrf;
	return state;
}
