import { useEffect, useMemo, useRef } from "react";

/** The same function, called `delayMs` after the last of several calls; `undefined` stays `undefined`. */
export function useDebounced<A extends unknown[]>(
	call: ((...args: A) => void) | undefined,
	delayMs = 200,
): ((...args: A) => void) | undefined {
	const latest = useRef(call);
	latest.current = call;
	const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
	useEffect(() => () => clearTimeout(timer.current), []);
	const isThere = call !== undefined;
	return useMemo(() => {
		if (!isThere) return undefined;
		return (...args: A) => {
			clearTimeout(timer.current);
			timer.current = setTimeout(() => latest.current?.(...args), delayMs);
		};
	}, [isThere, delayMs]);
}
