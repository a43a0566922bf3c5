import { ReeveProblem } from "../../../generated/client.ts";
import { WordedError } from "./worded-error.ts";

/** An error as a person reads it. */
export interface ProblemWords {
	/** What did not work, in a few words. */
	title: string;
	/** The server's own sentence, or ours where no server answered. */
	detail: string;
	/** What to do now; empty where the detail says it. */
	advice: string;
	/** To name when the server's operator is asked. */
	requestId: string | undefined;
	/** The status of the answer; 0 when none came. */
	status: number;
}

/** Words whatever a call threw: the server's answer, a network that is down, a fault of the page itself. */
export function problemWords(error: unknown): ProblemWords {
	if (error instanceof ReeveProblem) return wordsOfAnswer(error);
	if (error instanceof WordedError) return wordsOfFault(error);
	if (isMissingScript(error))
		return {
			title: "This page could not be loaded",
			detail: "The server did not answer, or it has a newer console by now.",
			advice: "Reload the page.",
			requestId: undefined,
			status: 0,
		};
	if (error instanceof TypeError && /fetch|network|load/i.test(error.message))
		return {
			title: "No answer from the server",
			detail: "The server could not be reached.",
			advice: "Check your connection, then try again.",
			requestId: undefined,
			status: 0,
		};
	return {
		title: "This page has a fault",
		detail: error instanceof Error ? error.message : String(error),
		advice: "Reload the page; if it stays, tell whoever runs this server.",
		requestId: undefined,
		status: 0,
	};
}

/** Whether the script of a page could not be had, in the words of the three kinds of browsers. */
export function isMissingScript(error: unknown): boolean {
	return (
		error instanceof TypeError &&
		/dynamically imported module|importing a module script/i.test(error.message)
	);
}

function wordsOfFault({ title, message }: WordedError): ProblemWords {
	return {
		title,
		detail: message,
		advice: "",
		requestId: undefined,
		status: 0,
	};
}

function wordsOfAnswer(error: ReeveProblem): ProblemWords {
	const { problem, status, requestId } = error;
	const [title, advice] = titleAndAdvice(error);
	return { title, detail: problem.detail, advice, requestId, status };
}

function titleAndAdvice(error: ReeveProblem): [string, string] {
	const { status, retryAfterSeconds } = error;
	if (status === 401) return ["You are signed out", "Sign in again."];
	if (status === 403 && error.problem.reason === "confirm_required")
		return ["Confirm first that it is you", ""];
	if (status === 403)
		return [
			"You may not do this",
			"An administrator of this account can give you the right.",
		];
	if (status === 404)
		return ["Not found", "It was deleted, or it is not yours to see."];
	if (status === 409) return ["This does not fit what is there now", ""];
	if (status === 412)
		return [
			"Changed by somebody else meanwhile",
			"Reload to see what it is now.",
		];
	if (status === 429) return ["Too many calls", waitAdvice(retryAfterSeconds)];
	if (status >= 500)
		return ["The server could not do this", "Try again in a moment."];
	return [error.problem.title, ""];
}

function waitAdvice(seconds: number | undefined): string {
	if (seconds === undefined) return "Wait a little, then try again.";
	return seconds === 1
		? "Try again in a second."
		: `Try again in ${seconds} seconds.`;
}
