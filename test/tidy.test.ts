import { describe, expect, test } from "vitest";
import { callRules } from "./tidy/calls.ts";
import { layerRules } from "./tidy/layers.ts";
import { migrationRules } from "./tidy/migrations.ts";
import { packageRules } from "./tidy/packages.ts";
import { promiseRules } from "./tidy/promises.ts";
import { repositoryRules } from "./tidy/repository.ts";
import { settingRules } from "./tidy/settings.ts";
import { sizeRules } from "./tidy/sizes.ts";
import { type Fault, type Rule, readTree } from "./tidy/tree.ts";
import { wordRules } from "./tidy/words.ts";

const rules = [
	...layerRules,
	...sizeRules,
	...wordRules,
	...callRules,
	...repositoryRules,
	...migrationRules,
	...packageRules,
	...promiseRules,
	...settingRules,
];
const repository = readTree();

/** One line a fault, as editors and terminals make links of it. */
function report(rule: Rule, faults: readonly Fault[]): string {
	const lines = faults.map(
		({ path, line, what }) => `  ${path}${line ? `:${line}` : ""}: ${what}`,
	);
	return [`${rule.name}. ${rule.mend}`, ...lines].join("\n");
}

describe.each(rules)("tidy: $name", (rule) => {
	test("holds in this repository", () => {
		const faults = rule.check(repository);
		expect(faults.length, report(rule, faults)).toBe(0);
	});

	test("is seen to be broken in bad samples, and only there", () => {
		for (const sample of rule.refuses)
			expect(
				rule.check(new Map(Object.entries(sample))),
				`should be refused: ${JSON.stringify(sample)}`,
			).not.toEqual([]);
		for (const sample of rule.accepts)
			expect(rule.check(new Map(Object.entries(sample)))).toEqual([]);
	});
});
