import { type KeyboardEvent, type RefObject, useEffect, useRef } from "react";
import type { ListRow } from "./list-types.ts";
import { rowLeft } from "./row-left.ts";
import type { Selection } from "./selection.ts";

const STEPS: Record<string, number> = {
	ArrowDown: 1,
	j: 1,
	ArrowUp: -1,
	k: -1,
	PageDown: 10,
	PageUp: -10,
	Home: Number.NEGATIVE_INFINITY,
	End: Number.POSITIVE_INFINITY,
};

/**
 * Keys of a list: arrows or j and k go from row to row, x chooses, Escape chooses none; Enter is the link's own. When
 * nothing on the page has the focus, j and the arrow down begin with the first row, or with the one that was left.
 *
 * @param scrollTo brings a row into the document, which has only those in view
 * @returns what the box listens with
 */
export function useListKeys<R extends ListRow>(
	box: RefObject<HTMLElement | null>,
	rows: readonly R[],
	scrollTo: (index: number) => void,
	selection: Selection<R> | undefined,
): (event: KeyboardEvent) => void {
	const go = (index: number) => {
		scrollTo(index);
		focusRow(box, index);
	};
	const begin = useRef(() => {});
	begin.current = () => go(Math.max(0, Math.min(rows.length - 1, rowLeft())));
	useEffect(() => {
		const onKey = (event: globalThis.KeyboardEvent) => {
			const { key, target, ctrlKey, metaKey, altKey } = event;
			const isOnPage =
				target === document.body ||
				(target instanceof HTMLElement && target.matches("h1, main"));
			if (ctrlKey || metaKey || altKey || !isOnPage) return;
			if (key !== "j" && key !== "ArrowDown") return;
			event.preventDefault();
			begin.current();
		};
		addEventListener("keydown", onKey);
		return () => removeEventListener("keydown", onKey);
	}, []);
	return (event) => {
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		const index = rowOf(event.target);
		if (index === undefined) return;
		const step = STEPS[event.key];
		if (step !== undefined)
			go(Math.max(0, Math.min(rows.length - 1, index + step)));
		else if (event.key.toLowerCase() === "x" && selection)
			selection.toggle(index, event.shiftKey);
		else if (event.key === "Escape" && selection?.rows.size) selection.clear();
		else return;
		event.preventDefault();
	};
}

/** The row in which something stands, unless it takes keys of its own. */
function rowOf(target: EventTarget): number | undefined {
	if (!(target instanceof HTMLElement)) return undefined;
	if (target.matches("input:not([type=checkbox]), textarea, [role=menuitem]"))
		return undefined;
	const { index } =
		target.closest<HTMLElement>("tr[data-index]")?.dataset ?? {};
	return index === undefined ? undefined : Number(index);
}

/** A row that was far away is in the document a moment later; half a second is long. */
function focusRow(
	box: RefObject<HTMLElement | null>,
	index: number,
	tries = 30,
): void {
	const row = box.current?.querySelector<HTMLElement>(
		`tr[data-index="${index}"]`,
	);
	const place =
		row?.querySelector<HTMLElement>("[data-row-link]") ??
		row?.querySelector<HTMLElement>("input, button");
	if (place) place.focus({ preventScroll: true });
	else if (tries > 0)
		requestAnimationFrame(() => focusRow(box, index, tries - 1));
}
