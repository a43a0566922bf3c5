import { useRef } from "react";

const FIELDS =
	'input:not([type="hidden"], [aria-hidden="true"], :disabled), textarea:not(:disabled), [role="combobox"], [role="checkbox"], [role="switch"], [role="radio"]';

/**
 * Where the focus begins in a dialog: what asks for it, else the first field, else the first button of the footer, which
 * is the harmless one.
 */
export function firstPlace(popup: HTMLElement | null): HTMLElement | true {
	return (
		popup?.querySelector<HTMLElement>("[data-autofocus]") ??
		popup
			?.querySelector("[data-dialog-body]")
			?.querySelector<HTMLElement>(FIELDS) ??
		popup
			?.querySelector("[data-dialog-footer]")
			?.querySelector<HTMLElement>("button, a[href]") ??
		true
	);
}

/** Remembers what had the focus when the dialog opened, to give it back; for a line of a menu, the menu's button. */
export function useOpener(open: boolean): () => HTMLElement | true {
	const opener = useRef<HTMLElement | null>(null);
	const wasOpen = useRef(false);
	if (open && !wasOpen.current) opener.current = focusedNow();
	wasOpen.current = open;
	return () => {
		const element = opener.current;
		return element?.isConnected ? element : true;
	};
}

/** The second press of a double click comes within this; it falls beside the dialog that the first one opened. */
const DOUBLE_CLICK_MS = 500;

/** Tells whether a dialog has opened only just now, so that a double click does not close what it opened. */
export function useFresh(open: boolean): () => boolean {
	const openedAt = useRef(Number.NEGATIVE_INFINITY);
	const wasOpen = useRef(false);
	if (open && !wasOpen.current) openedAt.current = performance.now();
	wasOpen.current = open;
	return () => performance.now() - openedAt.current < DOUBLE_CLICK_MS;
}

function focusedNow(): HTMLElement | null {
	const focused = document.activeElement;
	const menu = focused?.closest('[role="menu"]');
	const trigger = menu?.getAttribute("aria-labelledby");
	const found = trigger ? document.getElementById(trigger) : focused;
	return found instanceof HTMLElement && found !== document.body ? found : null;
}
