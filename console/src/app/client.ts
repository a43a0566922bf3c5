import { createClient } from "../../../generated/client.ts";
import { isAttended } from "./attendance.ts";
import { askToConfirm } from "./confirmation.ts";
import { queryClient } from "./query-client.ts";
import {
	csrfHeader,
	refreshSession,
	sessionHeld,
	sessionLost,
} from "./session.ts";

export type Client = ReturnType<typeof createClient>;

/**
 * The generated client as the page uses it: by session, with the token against forged requests.
 *
 * @param account an account's id, `*` for all that may be entered, undefined for one's own
 */
export function consoleClient(account?: string): Client {
	return createClient({
		baseUrl: "",
		headers: csrfHeader,
		fetch: fetchBySession,
		...(account === undefined ? {} : { account }),
	});
}

/**
 * Says of what the page reads by itself that nobody asked for it, so that a screen that was left does not stay signed in
 * for as long as it refreshes. A write is always somebody's, however long ago they began it.
 */
function withAttendance(init: RequestInit = {}): RequestInit {
	if ((init.method ?? "GET") !== "GET" || isAttended()) return init;
	const headers = { ...(init.headers as object), "reeve-background": "1" };
	return { ...init, headers };
}

/** Open calls answer 401 for a wrong password; that is no end of a session. */
const SIGN_IN = "/api/v1/sign-in";

/**
 * Fetch that notices the end of the session. Two refusals are mended and the call repeated once, for the server refused
 * it before it did anything: a token that another tab made stale by signing in anew is read again, and whoever must
 * prove that it is them is asked to.
 */
async function fetchBySession(
	input: RequestInfo | URL,
	init?: RequestInit,
): Promise<Response> {
	const response = await fetch(input, withAttendance(init));
	const isOpen = String(input).startsWith(SIGN_IN);
	if (response.status === 401 && !isOpen) sessionLost();
	if (response.status !== 403) return response;
	if (!(await isMended(response))) {
		rightsChanged(String(input));
		return response;
	}
	const headers = { ...(init?.headers as object), ...csrfHeader() };
	return fetch(input, { ...init, headers });
}

const WHOAMI = "/api/v1/whoami";

/** Whoever was offered what they may not do has fewer rights than the page knew: it asks anew, and offers less. */
function rightsChanged(url: string): void {
	if (url.startsWith(WHOAMI) || url.startsWith(SIGN_IN)) return;
	void queryClient.invalidateQueries({ queryKey: ["whoami"] });
}

async function isMended(refusal: Response): Promise<boolean> {
	const reason = await reasonOf(refusal);
	if (reason === "second_factor_required") sessionHeld();
	if (reason === "confirm_required") return askToConfirm();
	if (reason !== "csrf") return false;
	await refreshSession();
	return true;
}

async function reasonOf(response: Response): Promise<string | undefined> {
	try {
		const { code, reason } = await response.clone().json();
		return reason ?? code;
	} catch {
		return undefined;
	}
}
