import { execFile } from "node:child_process";
import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	rmSync,
	statSync,
	symlinkSync,
	utimesSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { packageRoot } from "../src/package-root.ts";

const run = promisify(execFile);
let clone: string;

beforeEach(() => {
	clone = mkdtempSync(join(tmpdir(), "reeve-clone-"));
	cpSync(join(packageRoot, "bin"), join(clone, "bin"), { recursive: true });
	cpSync(join(packageRoot, "package.json"), join(clone, "package.json"));
	symlinkSync(join(packageRoot, "node_modules"), join(clone, "node_modules"));
	mkdirSync(join(clone, "src/cli"), { recursive: true });
	source("main.ts", 'import { word } from "./word.ts"; console.log(word);');
	source("word.ts", 'export const word: string = "first";');
});

afterEach(() => rmSync(clone, { recursive: true, force: true }));

function source(name: string, text: string): void {
	writeFileSync(join(clone, "src/cli", name), text);
}

async function reeve(): Promise<string> {
	const { stdout } = await run(process.execPath, [
		join(clone, "bin/reeve.js"),
		"start",
	]);
	return stdout.trim();
}

const bundle = () => join(clone, "dist/reeve.js");

test("the command runs the sources as they are now", async () => {
	expect(await reeve()).toBe("first");
	source("word.ts", 'export const word: string = "second";');
	expect(await reeve()).toBe("second");
});

test("unchanged sources are not bundled again", async () => {
	await reeve();
	const { ino } = statSync(bundle());
	await reeve();
	expect(statSync(bundle()).ino).toBe(ino);
});

test("a source that was removed is noticed", async () => {
	await reeve();
	rmSync(join(clone, "src/cli/word.ts"));
	await expect(reeve()).rejects.toThrow(/Could not resolve ".\/word.ts"/);
});

test("processes that start at once all run, and leave one bundle", async () => {
	const words = await Promise.all([reeve(), reeve(), reeve(), reeve()]);
	expect(words).toEqual(["first", "first", "first", "first"]);
	expect(readdirSync(join(clone, "dist")).sort()).toEqual([
		"reeve.js",
		"reeve.js.map",
	]);
});

test("without sources the bundle that is there runs", async () => {
	await reeve();
	rmSync(join(clone, "src"), { recursive: true });
	utimesSync(bundle(), 1, 1);
	expect(await reeve()).toBe("first");
});

test("an error tells the place in the source", async () => {
	source("word.ts", '\n\nthrow new Error("broken");\nexport const word = "";');
	await expect(reeve()).rejects.toThrow(/src\/cli\/word\.ts:3/);
});
