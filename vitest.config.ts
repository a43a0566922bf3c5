import { defineConfig } from "vitest/config";

/** Where `.ci/run` reads the counts. */
const report = process.env.REEVE_TEST_REPORT;

export default defineConfig({
	test: {
		include: ["src/**/*.test.ts", "test/**/*.test.ts"],
		// Tests wait for events, so only what hangs takes so long, on whatever machine: the whole test, and what a page or
		// a server shows a moment later.
		testTimeout: 180_000,
		hookTimeout: 180_000,
		expect: { poll: { timeout: 45_000 } },
		pool: "forks",
		maxWorkers: 2,
		reporters: [
			"default",
			"./test/support/skip-reporter.ts",
			...(report ? [["json", { outputFile: report }] as ["json", object]] : []),
		],
		globalSetup: ["test/support/global-postgres.ts"],
	},
});
