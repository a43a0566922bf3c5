import { useSyncExternalStore } from "react";

/** The question that is open, whoever asked it. */
let question:
	| { promise: Promise<boolean>; answer: (is: boolean) => void }
	| undefined;
const listeners = new Set<() => void>();

/**
 * Asks the person to prove that it is them. Several calls that are refused at once ask once.
 *
 * @returns whether they did; false when they closed the question
 */
export function askToConfirm(): Promise<boolean> {
	if (!question) {
		let answer: (is: boolean) => void = () => undefined;
		const promise = new Promise<boolean>((resolve) => {
			answer = resolve;
		});
		question = { promise, answer };
		tell();
	}
	return question.promise;
}

/** Ends the question: every call that waited for it goes on, or fails as the server refused it. */
export function answerConfirmation(isConfirmed: boolean): void {
	question?.answer(isConfirmed);
	question = undefined;
	tell();
}

/** Whether the question is to be shown. */
export function useIsConfirming(): boolean {
	return useSyncExternalStore(
		(changed) => {
			listeners.add(changed);
			return () => listeners.delete(changed);
		},
		() => question !== undefined,
	);
}

function tell(): void {
	for (const changed of listeners) changed();
}
