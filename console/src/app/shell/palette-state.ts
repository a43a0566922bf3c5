import { useSyncExternalStore } from "react";

/** What a shortcut has opened: the palette, the list of shortcuts, or nothing. */
export type Overlay = "palette" | "shortcuts" | undefined;

let open: Overlay;
let ahead = "";
const listeners = new Set<() => void>();

export function useOverlay(): Overlay {
	return useSyncExternalStore(watch, () => open);
}

export function openPalette(): void {
	ahead = "";
	show("palette");
}

/** What was typed between the shortcut and the palette, whose script may have to come first. */
export function typedAhead(): string {
	return ahead;
}

/** Keeps a key for the palette that is about to open. */
export function typeAhead(key: string): void {
	if (key === "Backspace") ahead = ahead.slice(0, -1);
	if (key === "Escape") closeOverlay();
	if (key.length === 1) ahead += key;
}

export function openShortcuts(): void {
	show("shortcuts");
}

export function closeOverlay(): void {
	show(undefined);
}

function show(overlay: Overlay): void {
	open = overlay;
	for (const changed of listeners) changed();
}

function watch(changed: () => void): () => void {
	listeners.add(changed);
	return () => listeners.delete(changed);
}
