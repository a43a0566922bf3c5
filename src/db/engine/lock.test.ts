import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { lockDataDir, lockers } from "./lock.ts";

const scratch = mkdtempSync(join(tmpdir(), "reeve-lock-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const present = lockers.filter(
	({ command }) => spawnSync(command, ["--version"]).error === undefined,
);

describe.each(present)("the lock taken by $command", (locker) => {
	const path = join(scratch, locker.command);

	test("refuses a second holder and says who the first is", () => {
		const lock = lockDataDir(path, [locker]);
		for (const other of present) {
			expect(() => lockDataDir(path, [other])).toThrow(
				new RegExp(`Another Reeve server .* process ${process.pid}, started`),
			);
		}
		lock.release();
	});

	test("is free again after its release, which may be repeated", () => {
		const first = lockDataDir(path, [locker]);
		first.release();
		const second = lockDataDir(path, [locker]);
		first.release();
		expect(() => lockDataDir(path, [locker])).toThrow(/Another Reeve/);
		second.release();
	});
});

test("a system with neither program to lock by is told what to install", () => {
	const missing = [{ command: "no-such-program", args: [] }];
	expect(() => lockDataDir(join(scratch, "none"), missing)).toThrow(
		/flock \(package util-linux\) or perl/,
	);
});
