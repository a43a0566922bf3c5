import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../src/package-root.ts";

/** Files by path, relative to the repository and with forward slashes. Rules see nothing else, so a sample is a few lines. */
export type Tree = ReadonlyMap<string, string>;

/** One thing that breaks a rule, and where. */
export interface Fault {
	path: string;
	/** Counted from 1; left out when the whole file is meant. */
	line?: number;
	what: string;
}

export interface Rule {
	/** The guarantee, as a test's name says it. */
	name: string;
	/** What to do about a fault. */
	mend: string;
	check(tree: Tree): Fault[];
	/** Trees that must have faults, and trees close to them that must not. */
	refuses: readonly Record<string, string>[];
	accepts: readonly Record<string, string>[];
}

const TEXT =
	/(\.(ts|tsx|js|sha256|mjs|json|jsonc|md|sql|http|css|html|yml|yaml|txt|sh|svg|lua)|(^|\/)(\.[a-z]+|LICENSE|NOTICE|run))$/;

/** Documents lead to these; they hold no text. */
const PICTURE = /\.png$/;

/** All text files that are, or would be, committed, and the names of pictures. */
export function readTree(root = packageRoot): Tree {
	const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
	const paths = execFileSync("git", args, { cwd: root, encoding: "utf8" })
		.split("\0")
		.filter((path) => TEXT.test(path) || PICTURE.test(path))
		.filter((path) => isFile(join(root, path)));
	return new Map(
		[...new Set(paths)].map((path) => [
			path,
			PICTURE.test(path) ? "" : readFileSync(join(root, path), "utf8"),
		]),
	);
}

/** A file that was removed but not yet committed is still listed. */
function isFile(path: string): boolean {
	return existsSync(path) && statSync(path).isFile();
}

export function isSource(path: string): boolean {
	if (path.startsWith("generated/")) return false;
	return /\.tsx?$/.test(path) || /^bin\/.*\.js$/.test(path);
}

export function isTest(path: string): boolean {
	return path.startsWith("test/") || /\.test\.tsx?$/.test(path);
}

/** The programs of a tree that somebody writes by hand: TypeScript, and what starts it. */
export function sourcesOf(tree: Tree): [path: string, text: string][] {
	return [...tree].filter(([path]) => isSource(path));
}

export function lineAt(text: string, offset: number): number {
	let line = 1;
	for (let i = 0; i < offset; i++) if (text[i] === "\n") line++;
	return line;
}
