import { QueryClient } from "@tanstack/react-query";
import { ReeveProblem } from "../../../generated/client.ts";

const FRESH_MS = 15_000;
const RETRIES_MAX = 2;

/** A refusal stays one however often it is asked for; what was in the way may be gone a moment later. */
function mayRetry(failures: number, error: unknown): boolean {
	if (failures >= RETRIES_MAX) return false;
	if (!(error instanceof ReeveProblem)) return error instanceof TypeError;
	return error.status === 429 || error.status >= 502;
}

/** At least as long as the server asks to wait; else half a second, then one. */
function retryDelayMs(failures: number, error: unknown): number {
	const asked =
		error instanceof ReeveProblem ? (error.retryAfterSeconds ?? 0) : 0;
	return Math.max(500 * 2 ** failures, asked * 1000);
}

/** Everything the server answered; emptied when somebody signs out. Keys begin with the account of the URL. */
export const queryClient = new QueryClient({
	defaultOptions: {
		queries: {
			staleTime: FRESH_MS,
			retry: mayRetry,
			retryDelay: retryDelayMs,
			// A server on this machine answers while the browser says it is offline.
			networkMode: "always",
		},
		mutations: { networkMode: "always" },
	},
});
