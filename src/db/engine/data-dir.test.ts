import {
	chmodSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { defaultDataDir, openDataDir } from "./data-dir.ts";
import { EngineError } from "./engine-error.ts";

const scratch = mkdtempSync(join(tmpdir(), "reeve-data-dir-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const isRoot = process.getuid?.() === 0;
const modeOf = (path: string) => statSync(path).mode & 0o777;

describe("the default data directory", () => {
	test("is what REEVE_DATA names, whoever asks", () => {
		expect(defaultDataDir({ REEVE_DATA: "/srv/r" }, 0)).toBe("/srv/r");
		expect(defaultDataDir({ REEVE_DATA: "/srv/r" }, 1000)).toBe("/srv/r");
	});

	test("is outside root's closed home for root", () => {
		expect(defaultDataDir({ HOME: "/root" }, 0)).toBe("/var/lib/reeve");
	});

	test("is in the user's home for everyone else", () => {
		const env = { HOME: "/home/ann" };
		expect(defaultDataDir(env, 1000)).toBe("/home/ann/.local/share/reeve");
		const xdg = { ...env, XDG_DATA_HOME: "/home/ann/data" };
		expect(defaultDataDir(xdg, 1000)).toBe("/home/ann/data/reeve");
	});

	test("is beside the caller for accounts without a home", () => {
		const beside = join(process.cwd(), ".reeve");
		for (const HOME of [undefined, "", "/", "/nonexistent", "relative"]) {
			expect(defaultDataDir({ HOME }, 65534)).toBe(beside);
		}
	});
});

describe("opening a data directory", () => {
	test("makes it and its parents closed to others, whatever the umask", () => {
		const before = process.umask(0o077);
		try {
			const dir = openDataDir(join(scratch, "a", "b"));
			const expected = isRoot ? 0o711 : 0o700;
			expect(modeOf(dir)).toBe(expected);
			expect(modeOf(join(scratch, "a"))).toBe(expected);
		} finally {
			process.umask(before);
		}
	});

	test("closes one that stood open", () => {
		const dir = join(scratch, "open");
		mkdirSync(dir);
		chmodSync(dir, 0o777);
		openDataDir(dir);
		expect(modeOf(dir) & 0o066).toBe(0);
	});

	test("refuses a file in its place", () => {
		const path = join(scratch, "file");
		writeFileSync(path, "");
		expect(() => openDataDir(path)).toThrow(/is a file, not a directory/);
		expect(() => openDataDir(join(path, "x"))).toThrow(
			/is a file, not a directory/,
		);
	});

	test("refuses somebody else's directory and touches nothing in it", () => {
		const dir = join(scratch, "foreign");
		mkdirSync(dir);
		chmodSync(dir, 0o755);
		writeFileSync(join(dir, "thesis.txt"), "years of work");
		expect(() => openDataDir(dir)).toThrow(EngineError);
		expect(() => openDataDir(dir)).toThrow(/it holds thesis\.txt/);
		expect(readdirSync(dir)).toEqual(["thesis.txt"]);
		expect(modeOf(dir)).toBe(0o755);
	});

	test("leaves a directory that everybody shares as it is", () => {
		const dir = join(scratch, "shared");
		mkdirSync(dir);
		chmodSync(dir, 0o1777);
		expect(() => openDataDir(dir)).toThrow(/shared by all users/);
		expect(modeOf(dir)).toBe(0o777);
	});

	test("accepts a fresh file system's own entries, and a directory used before", () => {
		const dir = join(scratch, "mount");
		mkdirSync(join(dir, "lost+found"), { recursive: true });
		expect(openDataDir(dir)).toBe(dir);
		writeFileSync(join(dir, "reeve.lock"), "");
		writeFileSync(join(dir, "pepper"), "");
		expect(openDataDir(dir)).toBe(dir);
	});

	test("refuses a directory that no one can write, with a way out", () => {
		expect(() => openDataDir("/proc/reeve")).toThrow(
			/cannot be used: .*choose another with --data or REEVE_DATA/s,
		);
	});
});
