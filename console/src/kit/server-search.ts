import { useState } from "react";
import { useDebounced } from "./debounced.ts";

/** What a combobox needs of a search that the server answers. */
export interface ServerSearch {
	/** Takes what was typed; undefined where the kit searches by itself. */
	search: ((text: string) => void) | undefined;
	/** The server has not answered yet for what was typed last. */
	isPending: boolean;
	/** For the combobox: whether it narrows its list by itself. */
	filter: { filter?: null };
}

/**
 * Asks the server a moment after the last key. Until it has answered, the combobox narrows what it has, so that Enter
 * never chooses what was found for another word, and the list does not move below the pointer.
 */
export function useServerSearch(
	onSearch: ((text: string) => void) | undefined,
	isLoading: boolean,
	delayMs = 200,
): ServerSearch {
	const [isTyping, setTyping] = useState(false);
	const send = (text: string) => {
		setTyping(false);
		onSearch?.(text);
	};
	const sendLater = useDebounced(onSearch && send, delayMs);
	const isPending = isTyping || isLoading;
	return {
		search:
			sendLater &&
			((text) => {
				setTyping(true);
				sendLater(text);
			}),
		isPending,
		filter: sendLater && !isPending ? { filter: null } : {},
	};
}
