import { useRouter } from "@tanstack/react-router";
import { type MouseEvent, type ReactNode, useMemo, useRef } from "react";
import classes from "./list-table.module.css";
import type { RowLink } from "./list-types.ts";
import { leaveRow } from "./row-left.ts";

/** As long as the pointer must rest on a link before its page is fetched ahead. */
const INTENT_MS = 60;

/**
 * The link of a row. Unlike the router's own it watches nothing: hundreds of them come and go while a list is scrolled,
 * and none has to know whether it is the page one is on.
 */
export function RowAnchor({
	link,
	children,
}: {
	link: RowLink;
	children: ReactNode;
}) {
	const router = useRouter();
	const intent = useRef<ReturnType<typeof setTimeout>>(undefined);
	const href = useMemo(
		() => router.buildLocation(link as object).href,
		[router, link],
	);
	const preload = () => {
		intent.current = setTimeout(() => {
			// What cannot be had now says so when it is opened.
			router.preloadRoute(link as never).catch(() => undefined);
		}, INTENT_MS);
	};
	const follow = (event: MouseEvent<HTMLAnchorElement>) => {
		if (isForBrowser(event)) return;
		event.preventDefault();
		leaveRow(event.currentTarget);
		void router.navigate(link as object);
	};
	return (
		<a
			href={href}
			className={classes.link}
			data-row-link=""
			onClick={follow}
			onPointerEnter={preload}
			onPointerLeave={() => clearTimeout(intent.current)}
		>
			{children}
		</a>
	);
}

/** A press that asks for a new tab, a new window or a download. */
function isForBrowser(event: MouseEvent): boolean {
	const { ctrlKey, metaKey, shiftKey, altKey, button } = event;
	return (
		event.defaultPrevented ||
		ctrlKey ||
		metaKey ||
		shiftKey ||
		altKey ||
		button !== 0
	);
}
