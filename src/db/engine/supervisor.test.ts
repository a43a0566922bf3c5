import { expect, test } from "vitest";
import { fitsSocket } from "./socket-dir.ts";
import { restartDelayMs } from "./supervisor.ts";

test("the first restart is immediate, later ones wait longer and never over five seconds", () => {
	const delays = [0, 1, 2, 3, 4, 5, 6, 7, 50].map(restartDelayMs);
	expect(delays).toEqual([0, 100, 200, 400, 800, 1600, 3200, 5000, 5000]);
});

test.runIf(process.platform === "linux")(
	"a socket path of 107 bytes fits and one of 108 does not",
	() => {
		const file = "/.s.PGSQL.5432".length;
		expect(fitsSocket(`/${"d".repeat(106 - file)}`)).toBe(true);
		expect(fitsSocket(`/${"d".repeat(107 - file)}`)).toBe(false);
		expect(fitsSocket(`/${"é".repeat(53)}`)).toBe(false);
	},
);
