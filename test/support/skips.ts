import { appendFileSync, existsSync, readFileSync } from "node:fs";

/** Names the file through which test processes tell the reporter why they skip. */
export const SKIPS_FILE = "REEVE_TEST_SKIPS";

interface Skip {
	reason: string;
	/** The test file, where it could be told. */
	path: string | undefined;
}

/** Notes why tests of the calling file will not run. */
export function noteSkip(reason: string): void {
	const file = process.env[SKIPS_FILE];
	const skip: Skip = { reason, path: callingTest(new Error().stack ?? "") };
	if (file) appendFileSync(file, `${JSON.stringify(skip)}\n`);
	else process.stderr.write(`skipped: ${reason}\n`);
}

function callingTest(stack: string): string | undefined {
	return /(\/[^\s():]+\.test\.tsx?)/.exec(stack)?.[1];
}

export function readSkips(file: string): Skip[] {
	if (!existsSync(file)) return [];
	const lines = readFileSync(file, "utf8").split("\n");
	return lines.filter((line) => line !== "").map((line) => JSON.parse(line));
}
