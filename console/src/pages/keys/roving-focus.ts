import { type KeyboardEvent, type RefObject, useState } from "react";

const STEPS: Record<string, number> = {
	ArrowDown: 1,
	ArrowUp: -1,
	PageDown: 10,
	PageUp: -10,
	Home: Number.NEGATIVE_INFINITY,
	End: Number.POSITIVE_INFINITY,
};

/**
 * One stop of the Tab key for a long list of boxes: the arrow keys go from one to the next, and Tab leaves the list.
 * The boxes carry `data-roving` with their name, in the order of the names.
 */
export function useRovingFocus(
	box: RefObject<HTMLElement | null>,
	names: readonly string[],
) {
	const [last, setLast] = useState<string>();
	const active = last !== undefined && names.includes(last) ? last : names[0];
	const focus = (index: number) => {
		const name = names[Math.max(0, Math.min(names.length - 1, index))];
		if (name === undefined) return;
		setLast(name);
		box.current
			?.querySelector<HTMLElement>(`[data-roving="${CSS.escape(name)}"]`)
			?.focus();
	};
	return {
		/** The one that Tab goes to. */
		active,
		focusFirst: () => focus(0),
		noteFocus: setLast,
		onKeyDown: (event: KeyboardEvent) => {
			const step = STEPS[event.key];
			if (step === undefined || event.ctrlKey || event.metaKey) return;
			event.preventDefault();
			focus(names.indexOf(active ?? "") + step);
		},
	};
}
