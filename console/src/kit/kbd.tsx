import type { ReactNode } from "react";
import classes from "./kbd.module.css";

/** A key as it stands on the keyboard: `<Kbd>Esc</Kbd>`. */
export function Kbd({ children }: { children: ReactNode }) {
	return <kbd className={classes.key}>{children}</kbd>;
}

/** The key for shortcuts of this system: ⌘ on Apple's, Ctrl elsewhere. */
export const shortcutKey = /Mac|iPhone|iPad/.test(navigator.userAgent)
	? "⌘"
	: "Ctrl";
