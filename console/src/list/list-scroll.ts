import { useElementScrollRestoration } from "@tanstack/react-router";
import { type RefObject, useEffect, useRef } from "react";
import { useReeve } from "../app/reeve.tsx";

/**
 * Keeps where a list was scrolled to: whoever comes back finds the row they left. Another question begins at the top.
 *
 * @param label tells the list from others of the page
 * @param question changes when search, sort or filters do
 */
export function useListScroll(
	box: RefObject<HTMLElement | null>,
	label: string,
	question: string,
): { id: string; offset: number } {
	const { accountParam } = useReeve();
	const id = encodeURIComponent(`${accountParam} ${label}`);
	const kept = useElementScrollRestoration({ id });
	const asked = useRef(question);
	useEffect(() => {
		if (asked.current === question) return;
		asked.current = question;
		box.current?.scrollTo({ top: 0 });
	}, [box, question]);
	return { id, offset: kept?.scrollY ?? 0 };
}
