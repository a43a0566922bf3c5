import { lazy, Suspense, useEffect } from "react";
import {
	closeOverlay,
	openPalette,
	openShortcuts,
	typeAhead,
	useOverlay,
} from "./palette-state.ts";

const Palette = lazy(async () => ({
	default: (await import("./palette.tsx")).Palette,
}));
const Shortcuts = lazy(async () => ({
	default: (await import("./shortcuts.tsx")).Shortcuts,
}));

/** Listens for the keys that work on every page, and shows what they open. */
export function ShortcutKeys() {
	const overlay = useOverlay();
	useEffect(() => {
		addEventListener("keydown", onKey);
		return () => removeEventListener("keydown", onKey);
	}, []);
	useEffect(() => closeOverlay, []);
	return (
		<Suspense>
			{overlay === "palette" ? (
				<Suspense fallback={<TypingAhead />}>
					<Palette />
				</Suspense>
			) : null}
			{overlay === "shortcuts" ? <Shortcuts /> : null}
		</Suspense>
	);
}

/** While the palette's script is on its way, letters are for it and no shortcuts of what lies below. */
function TypingAhead() {
	useEffect(() => {
		addEventListener("keydown", keepKey, true);
		return () => removeEventListener("keydown", keepKey, true);
	}, []);
	return null;
}

function keepKey(event: KeyboardEvent): void {
	if (event.ctrlKey || event.metaKey || event.altKey) return;
	event.preventDefault();
	event.stopPropagation();
	typeAhead(event.key);
}

function onKey(event: KeyboardEvent): void {
	const { key, ctrlKey, metaKey, altKey } = event;
	if ((ctrlKey || metaKey) && !altKey && key.toLowerCase() === "k") {
		event.preventDefault();
		openPalette();
		return;
	}
	if (ctrlKey || metaKey || altKey || isTyping(event.target)) return;
	if (key === "?") openShortcuts();
	if (key === "/" && focusSearch()) event.preventDefault();
}

/** Whether a key belongs to what has the focus: letters typed into a field are no shortcuts. */
export function isTyping(target: EventTarget | null): boolean {
	if (!(target instanceof HTMLElement)) return false;
	if (target.isContentEditable) return true;
	return (
		/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) &&
		!/^(checkbox|radio|button|submit)$/.test((target as HTMLInputElement).type)
	);
}

/** Puts the focus into the search field of the page, where it has one. */
function focusSearch(): boolean {
	const field = document.querySelector<HTMLInputElement>(
		"main [data-page-search] input, main input[data-page-search]",
	);
	field?.focus();
	field?.select();
	return field !== null;
}
