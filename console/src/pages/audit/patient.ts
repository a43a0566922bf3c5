import { ReeveProblem } from "../../../../generated/client.ts";

/** A call as often as it takes: long work meets the limits of the session, waits as told and goes on. */
export function patient<A extends unknown[], T>(
	call: (...args: A) => Promise<T>,
	signal: AbortSignal,
): (...args: A) => Promise<T> {
	return async (...args) => {
		for (;;) {
			try {
				return await call(...args);
			} catch (error) {
				if (!(error instanceof ReeveProblem) || error.status !== 429)
					throw error;
				await waited((error.retryAfterSeconds ?? 1) * 1000, signal);
			}
		}
	};
}

function waited(ms: number, signal: AbortSignal): Promise<void> {
	return new Promise((resolve, reject) => {
		const timer = setTimeout(resolve, ms);
		signal.addEventListener("abort", () => {
			clearTimeout(timer);
			reject(signal.reason);
		});
	});
}
