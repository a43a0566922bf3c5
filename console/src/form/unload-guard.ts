import { useEffect, useRef } from "react";

/** Has the browser ask before the page is closed or reloaded while something would be lost. */
export function useUnloadGuard(losesChanges: () => boolean): void {
	const latest = useRef(losesChanges);
	latest.current = losesChanges;
	useEffect(() => {
		const ask = (event: BeforeUnloadEvent) => {
			if (latest.current()) event.preventDefault();
		};
		window.addEventListener("beforeunload", ask);
		return () => window.removeEventListener("beforeunload", ask);
	}, []);
}
