import { unavailable } from "../../kernel/index.ts";

/** A password hash takes 19 MiB and a core: two at once leave room for everything else. */
const AT_ONCE_MAX = 2;
/** More than this many in line would wait for longer than a caller does. */
const WAITING_MAX = 100;

let running = 0;
const waiting: (() => void)[] = [];

/**
 * Runs one password hash in its turn, so that a flood of sign-ins slows sign-ins and nothing else.
 * @throws unavailable when the line is too long
 */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
	if (running >= AT_ONCE_MAX) {
		if (waiting.length >= WAITING_MAX)
			throw unavailable("Too many people sign in at once; try again shortly.");
		await new Promise<void>((resolve) => waiting.push(resolve));
	} else running++;
	try {
		return await work();
	} finally {
		// Whoever is next takes over this place; nobody can slip in between.
		const next = waiting.shift();
		if (next) next();
		else running--;
	}
}
