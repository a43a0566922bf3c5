/** How the console looks; `system` follows the computer. */
export type Theme = "system" | "light" | "dark";

const KEY = "reeve-theme";

/** The choice of whoever uses this browser. */
export function readTheme(): Theme {
	const kept = storage()?.getItem(KEY);
	return kept === "light" || kept === "dark" ? kept : "system";
}

/** Looks so from now on, in this browser. */
export function chooseTheme(theme: Theme): void {
	if (theme === "system") storage()?.removeItem(KEY);
	else storage()?.setItem(KEY, theme);
	applyTheme(theme);
}

export function applyTheme(theme: Theme): void {
	const { dataset } = document.documentElement;
	if (theme === "system") delete dataset.theme;
	else dataset.theme = theme;
}

/** A browser may forbid storage; then the choice lasts as long as the page. */
function storage(): Storage | undefined {
	try {
		return localStorage;
	} catch {
		return undefined;
	}
}
