import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

const require = createRequire(import.meta.url);
let source: string | undefined;

const TAGS = [
	"wcag2a",
	"wcag2aa",
	"wcag21a",
	"wcag21aa",
	"wcag22aa",
	"best-practice",
];

/**
 * Fails when axe finds something on the page as it is now, in light or in dark: WCAG 2.1 A and AA, and best practices.
 * The page keeps what is open on it. Its network should be quiet: what loads is not judged.
 *
 * @param options `within` judges a part alone, a CSS selector
 */
export async function expectAccessible(
	page: Page,
	options: { within?: string } = {},
): Promise<void> {
	const found: string[] = [];
	for (const scheme of ["light", "dark"] as const) {
		await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
		await settle(page);
		const results = await runAxe(page, options.within);
		found.push(...results.violations.flatMap((one) => wordsOf(scheme, one)));
	}
	await page.emulateMedia({ colorScheme: null, reducedMotion: "reduce" });
	if (found.length > 0)
		throw new Error(`axe finds on ${page.url()}:\n${found.join("\n")}`);
}

/** Colours are judged when they have arrived: a frame is drawn, and what moves has come to rest. */
async function settle(page: Page): Promise<void> {
	await page.evaluate(`(async () => {
		await new Promise((done) => requestAnimationFrame(done));
		const moving = document.getAnimations().filter(
			({ effect }) => effect?.getComputedTiming().iterations !== Infinity,
		);
		await Promise.allSettled(moving.map(({ finished }) => finished));
	})()`);
}

async function runAxe(
	page: Page,
	within: string | undefined,
): Promise<AxeResults> {
	source ??= readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
	await page.evaluate(source);
	const how = {
		runOnly: { type: "tag", values: TAGS },
		resultTypes: ["violations"],
	};
	const where = within === undefined ? "document" : JSON.stringify(within);
	return page.evaluate(`axe.run(${where}, ${JSON.stringify(how)})`);
}

function wordsOf(
	scheme: string,
	{ id, help, nodes }: AxeResults["violations"][number],
): string[] {
	return nodes.map(
		({ html, failureSummary, target }) =>
			`  ${scheme} · ${id}: ${help}\n    at ${target.join(" ")}\n    ${html.slice(0, 200)}\n    ${failureSummary?.replaceAll("\n", " ")}`,
	);
}
