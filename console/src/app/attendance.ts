/** Whoever touched the page this recently is at it: what it reads now is what they asked for. */
const PRESENT_MS = 30_000;

/** What only a person does to a page, coming back to its window included. */
const SIGNS = [
	"pointerdown",
	"pointermove",
	"keydown",
	"wheel",
	"touchstart",
	"focus",
] as const;

let seenAt = performance.now();

for (const sign of SIGNS)
	addEventListener(
		sign,
		() => {
			seenAt = performance.now();
		},
		// Uncaught, so that the focus is the window's: fields get it from scripts too.
		{ capture: sign !== "focus", passive: true },
	);

/** Whether somebody is at the page, as against one that was left open and goes on refreshing itself. */
export function isAttended(): boolean {
	return performance.now() - seenAt < PRESENT_MS;
}
