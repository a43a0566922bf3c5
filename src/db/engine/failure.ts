import { EngineError } from "./engine-error.ts";

/** Failures whose raw words do not say what to do, matched against what a program of Postgres printed. */
const knownFailures: { pattern: RegExp; advice: string }[] = [
	{
		pattern: /No space left on device|Disk quota exceeded/,
		advice:
			"The disk is full. Make room, or choose another data directory with --data or REEVE_DATA.",
	},
	{
		pattern: /could not look up effective user ID/,
		advice:
			"The user id that Reeve runs as has no line in /etc/passwd, and Postgres needs one to make a new data " +
			"directory. Add such a line, run as another user, or set DATABASE_URL.",
	},
	{
		pattern:
			/could not create shared memory segment|could not create semaphores/,
		advice:
			"The system has no shared memory or semaphores left for another Postgres. Raise kernel.shmmni or kernel.sem.",
	},
	{
		pattern: /GLIBC_[\d.]+. not found/,
		advice:
			"The C library of this system is too old for the embedded Postgres. Set DATABASE_URL instead.",
	},
	{
		pattern: /failed to execute .*Permission denied/,
		advice:
			"The Postgres programs cannot be executed. Is their file system mounted with noexec?",
	},
];

const muslAdvice =
	"The embedded Postgres needs glibc, and this system (Alpine, for one) has another C library. Set DATABASE_URL instead.";

/** How many lines of a failed program's words are shown. */
const shownLinesMax = 5;

/**
 * The error for a program of Postgres that failed: known causes with advice, then its own last words.
 * @param what the sentence that says which step failed, without full stop
 * @param lines what the program printed, oldest first
 */
export function programFailure(
	what: string,
	lines: string[],
	logPath?: string,
): EngineError {
	const text = lines.join("\n");
	const advice = lacksGlibc(text)
		? muslAdvice
		: knownFailures.find(({ pattern }) => pattern.test(text))?.advice;
	const telling = lines.filter((line) =>
		/FATAL|PANIC|HINT|DETAIL|error|failed/i.test(line),
	);
	const words = (telling.length > 0 ? telling : lines).slice(-shownLinesMax);
	const parts = [
		`${what}.`,
		advice,
		words.length > 0 ? `Postgres said:\n  ${words.join("\n  ")}` : undefined,
	];
	if (logPath !== undefined) parts.push(`The whole log is ${logPath}.`);
	return new EngineError(parts.filter((part) => part !== undefined).join("\n"));
}

/** Running a glibc program elsewhere fails as "no such file", because its loader is missing. */
function lacksGlibc(text: string): boolean {
	if (
		process.platform !== "linux" ||
		!/failed to execute .*No such file|ENOENT/.test(text)
	)
		return false;
	const report = process.report?.getReport() as
		| { header?: { glibcVersionRuntime?: string } }
		| undefined;
	return report?.header?.glibcVersionRuntime === undefined;
}
