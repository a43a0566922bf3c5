import { describe, expect, test } from "vitest";
import { ConfigError, readConfig } from "../../src/config.ts";

describe("the settings of sessions", () => {
	test("are twelve hours, an hour of idleness, and a first run that prints, unless said", () => {
		const { sessions, firstRun, limits } = readConfig({});
		expect(sessions).toEqual({ absoluteMs: 43_200_000, idleMs: 3_600_000 });
		expect(firstRun).toBe("print");
		expect([limits.signInPerMinute, limits.signInBurst]).toEqual([5, 10]);
	});

	test("are taken from the environment", () => {
		const { sessions, firstRun, limits } = readConfig({
			REEVE_SESSION_HOURS: "1",
			REEVE_SESSION_IDLE_MINUTES: "5",
			REEVE_FIRST_RUN: "browser",
			REEVE_LIMIT_SIGN_IN_PER_MINUTE: "3",
			REEVE_LIMIT_SIGN_IN_BURST: "4",
		});
		expect(sessions).toEqual({ absoluteMs: 3_600_000, idleMs: 300_000 });
		expect(firstRun).toBe("browser");
		expect([limits.signInPerMinute, limits.signInBurst]).toEqual([3, 4]);
	});

	test.each([
		["REEVE_SESSION_HOURS", "0"],
		["REEVE_SESSION_HOURS", "721"],
		["REEVE_SESSION_HOURS", "1.5"],
		["REEVE_SESSION_IDLE_MINUTES", "-1"],
		["REEVE_FIRST_RUN", "yes"],
		["REEVE_LIMIT_SIGN_IN_BURST", "many"],
	])("%s=%s ends the start with a sentence that names it", (name, value) => {
		expect(() => readConfig({ [name]: value })).toThrow(ConfigError);
		expect(() => readConfig({ [name]: value })).toThrow(name);
	});
});
