import { useMatch } from "@tanstack/react-router";
import { type RefObject, useEffect } from "react";

let lastPath: string | undefined;

/**
 * Puts the focus on a page's heading when it was reached from another page, so that a screen reader says where one is
 * and the next Tab goes on from there. Not on the first page: the browser announces that itself. The path is that of the
 * page, not of the window, which is a step ahead while the next page loads.
 */
export function useArrival(heading: RefObject<HTMLElement | null>): void {
	const path = useMatch({
		strict: false,
		select: ({ pathname }) => pathname,
	});
	useEffect(() => {
		const isFirst = lastPath === undefined;
		const isSame = lastPath === path;
		lastPath = path;
		if (!isFirst && !isSame) heading.current?.focus({ preventScroll: true });
	}, [path, heading]);
}
