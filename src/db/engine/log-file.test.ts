import {
	mkdtempSync,
	readFileSync,
	rmSync,
	statSync,
	writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openPostgresLog } from "./log-file.ts";

const scratch = mkdtempSync(join(tmpdir(), "reeve-log-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

test("a log over its limit moves aside and begins anew", () => {
	const path = join(scratch, "rotating.log");
	const first = openPostgresLog(path, 10);
	writeSync(first.fd, "longer than ten bytes\n");
	const before = first.size();
	const second = openPostgresLog(path, 10);
	expect(readFileSync(`${path}.1`, "utf8")).toBe("longer than ten bytes\n");
	writeSync(first.fd, "next\n");
	expect(readFileSync(path, "utf8")).toBe("next\n");
	expect(first.linesSince(before)).toEqual(["next"]);
	first.close();
	second.close();
});

test("lines are told from a point in time on, and only to its owner", () => {
	const path = join(scratch, "plain.log");
	const log = openPostgresLog(path);
	writeSync(log.fd, "old\n");
	const before = log.size();
	writeSync(log.fd, "new\nnewer\n");
	expect(log.linesSince(before)).toEqual(["new", "newer"]);
	expect(statSync(path).mode & 0o777).toBe(0o600);
	log.close();
});
