import { useEffect, useState } from "react";
import { ReeveProblem } from "../../../../generated/client.ts";

/** The seconds that are left of the wait a refusal asked for, counting down; 0 when there is none. */
export function useCountdown(failure: unknown): number {
	const [seconds, setSeconds] = useState(0);
	useEffect(() => {
		const asked = secondsAsked(failure);
		setSeconds(asked);
		if (asked === 0) return;
		const until = performance.now() + asked * 1000;
		const timer = setInterval(() => {
			const left = Math.ceil((until - performance.now()) / 1000);
			setSeconds(Math.max(0, left));
			if (left <= 0) clearInterval(timer);
		}, 250);
		return () => clearInterval(timer);
	}, [failure]);
	return seconds;
}

function secondsAsked(failure: unknown): number {
	if (!(failure instanceof ReeveProblem)) return 0;
	if (failure.status !== 429 && failure.status !== 503) return 0;
	return Math.ceil(failure.retryAfterSeconds ?? 0);
}
