import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

const require = createRequire(import.meta.url);
let source: string | undefined;

/** What is judged in each scheme: everything in light, and in dark the rules that look at colours. */
const RULES = {
	light: {
		type: "tag",
		values: [
			"wcag2a",
			"wcag2aa",
			"wcag21a",
			"wcag21aa",
			"wcag22aa",
			"best-practice",
		],
	},
	dark: { type: "rule", values: ["color-contrast", "link-in-text-block"] },
};

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
		const results = await runAxe(page, scheme, options.within);
		found.push(...results.violations.flatMap((one) => wordsOf(scheme, one)));
	}
	await page.emulateMedia({ colorScheme: null, reducedMotion: "reduce" });
	if (found.length > 0)
		throw new Error(`axe finds on ${page.url()}:\n${found.join("\n")}`);
}

/**
 * Colours are judged when they have arrived: a frame is drawn, and nothing moves any more that ever comes to rest. What
 * takes its colour from something that moves begins to move after it, so that is asked again.
 */
async function settle(page: Page): Promise<void> {
	await page.evaluate(`(async () => {
		const isMoving = () => document.getAnimations().some(
			({ effect, playState }) => playState === "running" &&
				effect?.getComputedTiming().iterations !== Infinity,
		);
		const latest = performance.now() + 5000;
		do {
			await new Promise((done) => {
				requestAnimationFrame(done);
				setTimeout(done, 1000);
			});
		} while (isMoving() && performance.now() < latest);
	})()`);
}

async function runAxe(
	page: Page,
	scheme: keyof typeof RULES,
	within: string | undefined,
): Promise<AxeResults> {
	source ??= readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
	if (!(await page.evaluate("'axe' in globalThis")))
		await page.evaluate(source);
	const how = { runOnly: RULES[scheme], resultTypes: ["violations"] };
	const where = within === undefined ? "document" : JSON.stringify(within);
	return page.evaluate(`Promise.race([
		axe.run(${where}, ${JSON.stringify(how)}),
		new Promise((_, fail) => setTimeout(() => fail(new Error("axe takes more than 30 s")), 30000)),
	])`);
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
