import { defineConfig } from "vitest/config";

/** Where `.ci/run` reads the counts. */
const report = process.env.REEVE_TEST_REPORT;

export default defineConfig({
	test: {
		include: ["src/**/*.test.ts", "test/**/*.test.ts"],
		testTimeout: 60_000,
		hookTimeout: 60_000,
		// What a page shows a moment later; only a failure takes so long.
		expect: { poll: { timeout: 10_000 } },
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
