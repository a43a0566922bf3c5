import { useSyncExternalStore } from "react";

/** What a shortcut has opened: the palette, the list of shortcuts, or nothing. */
export type Overlay = "palette" | "shortcuts" | undefined;

let open: Overlay;
const listeners = new Set<() => void>();

export function useOverlay(): Overlay {
	return useSyncExternalStore(watch, () => open);
}

export function openPalette(): void {
	show("palette");
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
