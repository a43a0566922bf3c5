import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { noteSkip } from "./skips.ts";

/** Distributions keep servers where an ordinary user's PATH does not look. */
const EXTRA_FOLDERS = ["/usr/bin", "/usr/sbin", "/usr/local/bin"];

/**
 * Path of a program that a test drives for real, or undefined when this machine has none.
 *
 * Use it with `describe.skipIf(program === undefined)`. The reason is listed at the end of the run, so that a green run tells what it has
 * not tested; with `REEVE_REQUIRE_ALL=1` a missing program is an error instead.
 */
export function requireBinary(name: string): string | undefined {
	const path = findBinary(name);
	if (path !== undefined) return path;
	const reason = `${name} is not installed`;
	if (process.env.REEVE_REQUIRE_ALL === "1") {
		throw new Error(`${reason}, and REEVE_REQUIRE_ALL=1 forbids to skip`);
	}
	noteSkip(reason);
	return undefined;
}

function findBinary(name: string): string | undefined {
	const folders = (process.env.PATH ?? "").split(delimiter);
	return [...folders, ...EXTRA_FOLDERS]
		.filter((folder) => folder !== "")
		.map((folder) => join(folder, name))
		.find(isExecutableFile);
}

function isExecutableFile(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return statSync(path).isFile();
	} catch {
		return false;
	}
}
