import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import type { Reporter, TestCase, TestModule } from "vitest/node";
import { readSkips, SKIPS_FILE } from "./skips.ts";

/**
 * Ends a run with the list of tests that did not run, and why, so that a green run tells what it has not tested.
 * With `REEVE_REQUIRE_ALL=1` such a test fails the run.
 */
export default class SkipReporter implements Reporter {
	private folder = "";

	onInit(): void {
		this.folder = mkdtempSync(join(tmpdir(), "reeve-skips-"));
		process.env[SKIPS_FILE] = join(this.folder, "skips");
	}

	onTestRunEnd(modules: readonly TestModule[]): void {
		const noted = readSkips(join(this.folder, "skips"));
		rmSync(this.folder, { recursive: true, force: true });
		const counts = new Map<string, number>();
		for (const module of modules)
			for (const test of module.children.allTests("skipped")) {
				const reasons = noted.filter(({ path }) => path === module.moduleId);
				const why = reasonOf(test, reasons);
				const line = `${relative(process.cwd(), module.moduleId)}: ${why}`;
				counts.set(line, (counts.get(line) ?? 0) + 1);
			}
		if (counts.size > 0) print(counts);
	}
}

function reasonOf(test: TestCase, noted: { reason: string }[]): string {
	const result = test.result();
	if (result.state === "skipped" && result.note) return result.note;
	const reasons = [...new Set(noted.map(({ reason }) => reason))];
	return reasons.join(", ") || "no reason given";
}

function print(counts: ReadonlyMap<string, number>): void {
	process.stdout.write("\nSkipped because\n");
	for (const [line, count] of counts)
		process.stdout.write(
			`  ${line} (${count === 1 ? "1 test" : `${count} tests`})\n`,
		);
	if (process.env.REEVE_REQUIRE_ALL !== "1") return;
	process.stdout.write("REEVE_REQUIRE_ALL=1 makes this a failure.\n");
	process.exitCode = 1;
}
