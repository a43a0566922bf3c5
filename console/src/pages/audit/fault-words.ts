import type { ChainFault } from "./check-chain.ts";

const words: Record<ChainFault["what"], string> = {
	changed: "An event is not what it was when it was sealed.",
	missing: "An event that was sealed is gone.",
	order: "Events do not stand in the order in which they were sealed.",
	inserted: "An event was put in that was never sealed.",
	foreign: "An event of another account stands in this chain.",
	cut: "The end of the chain was cut off.",
	checkpoint: "A signature does not fit the chain that it was made for.",
	malformed: "What is stored is not a chain any more.",
};

/** What was found wrong, in a sentence. */
export function faultWords({ what }: ChainFault): string {
	return words[what] ?? "Something in the chain is not as it was.";
}

/** Which event, short enough for a badge: "Chain broken at event 12". */
export function faultPlace({ sequence, event_id }: ChainFault): string {
	if (sequence !== null) return `at event ${sequence}`;
	return event_id === null ? "" : `by event ${event_id}`;
}
