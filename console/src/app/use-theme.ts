import { useSyncExternalStore } from "react";
import { chooseTheme, readTheme, type Theme } from "./theme.ts";

const listeners = new Set<() => void>();

/** The theme that is chosen, and how to choose another: wherever it is shown, it is the same. */
export function useTheme(): [Theme, (theme: Theme) => void] {
	return [useSyncExternalStore(watch, readTheme), choose];
}

function choose(theme: Theme): void {
	chooseTheme(theme);
	for (const changed of listeners) changed();
}

/** Another tab may choose as well. */
function watch(changed: () => void): () => void {
	listeners.add(changed);
	addEventListener("storage", changed);
	return () => {
		listeners.delete(changed);
		removeEventListener("storage", changed);
	};
}
