import { type RefObject, useLayoutEffect } from "react";

const LEAST_PX = 320;
const BELOW_PX = 24;

/**
 * Lets a box grow with its rows until it meets the lower edge of the window; then it scrolls by itself.
 *
 * @param maxHeight pixels, where the page decides instead
 */
export function useFillHeight(
	box: RefObject<HTMLElement | null>,
	maxHeight: number | undefined,
): void {
	// Before anything is painted: a box without an end could not be scrolled to where it was.
	useLayoutEffect(() => {
		const element = box.current;
		if (!element) return;
		if (maxHeight !== undefined) {
			element.style.maxHeight = `${maxHeight}px`;
			return;
		}
		const fit = () => {
			const top = element.getBoundingClientRect().top + scrollY;
			element.style.maxHeight = `${Math.max(LEAST_PX, innerHeight - top - BELOW_PX)}px`;
		};
		fit();
		// What stands above may grow, as when a bar with actions appears.
		const watch = new ResizeObserver(fit);
		watch.observe(document.body);
		if (element.parentElement) watch.observe(element.parentElement);
		addEventListener("resize", fit);
		return () => {
			watch.disconnect();
			removeEventListener("resize", fit);
		};
	}, [box, maxHeight]);
}
