import { expect, test } from "vitest";
import { programFailure } from "./failure.ts";

test("a full disk is named, with Postgres's own words and the log", () => {
	const lines = [
		"2026-01-01 LOG:  starting PostgreSQL",
		'2026-01-01 FATAL:  could not write to file "x": No space left on device',
	];
	const { message } = programFailure("Postgres did not start", lines, "/d/log");
	expect(message).toMatch(/^Postgres did not start\.\nThe disk is full\./);
	expect(message).toMatch(/FATAL: {2}could not write/);
	expect(message).not.toMatch(/starting PostgreSQL/);
	expect(message).toMatch(/The whole log is \/d\/log\.$/);
});

test("a user without a passwd entry is told what to do", () => {
	const lines = [
		"initdb: error: could not look up effective user ID 4711: user does not exist",
	];
	expect(programFailure("Cannot make", lines).message).toMatch(
		/no line in \/etc\/passwd/,
	);
});

test("an unknown failure shows the last words only", () => {
	const lines = Array.from({ length: 50 }, (_, n) => `line ${n}`);
	const { message } = programFailure("It failed", lines);
	expect(message).toMatch(/line 49/);
	expect(message).not.toMatch(/line 44\b/);
});
