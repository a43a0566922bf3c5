import { setTimeout } from "node:timers/promises";
import {
	type Browser,
	type BrowserContext,
	chromium,
	type Page,
} from "playwright-core";
import { packageRoot } from "../../src/package-root.ts";
import { requireBinary } from "./requires.ts";

/** Chromium, or undefined where there is none: `describe.skipIf(chromiumPath === undefined)`. */
export const chromiumPath = requireBinary("chromium");

/** A browser on one server, with everything it complained about. */
export interface ServerBrowser {
	browser: Browser;
	/** The first window's; another person wants another `newContext()`. */
	context: BrowserContext;
	page: Page;
	/** A window of its own, with its own cookies, watched like the first; `endTest` closes it. */
	newContext(): Promise<{ context: BrowserContext; page: Page }>;
	/** What went wrong so far: errors of pages and the console, violations of the policy, requests to other hosts. */
	complaints: string[];
	/**
	 * Call it in `afterEach`: closes the windows that the test opened, and fails when the browser complained of something
	 * that was not forgiven, or did not of something that was.
	 */
	endTest(): Promise<void>;
	/** Says what kind of complaint a test provokes, before or after it was made. */
	forgive(pattern: RegExp): void;
	close(): Promise<void>;
}

const WINDOW = { width: 1280, height: 800 };

/** Opens a browser for a server, and builds the console when its sources changed. */
export async function openBrowser(server: {
	url: string;
}): Promise<ServerBrowser> {
	await buildConsole();
	const browser = await chromium.launch({
		executablePath: chromiumPath as string,
		args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
	});
	const complaints: string[] = [];
	const newContext = async () => {
		const context = await browser.newContext({
			baseURL: server.url,
			viewport: WINDOW,
			reducedMotion: "reduce",
			permissions: ["clipboard-read", "clipboard-write"],
		});
		const origin = new URL(server.url).origin;
		// Nothing that works takes so long; it is below the time of a test, so that a failure names the step.
		context.setDefaultTimeout(45_000);
		context.on("page", (page) => watch(page, origin, complaints));
		const page = await context.newPage();
		if (process.env.REEVE_TEST_SLOW_BROWSER) await slowDown(context, page);
		return { context, page };
	};
	const first = await newContext();
	const { forgive, expectAsForgiven } = complaintBook(complaints);
	return {
		browser,
		...first,
		newContext,
		complaints,
		forgive,
		async endTest() {
			const opened = browser.contexts().flatMap((one) => one.pages());
			const left = opened.filter((page) => page !== first.page);
			await Promise.all(left.map(closeWindow));
			expectAsForgiven();
		},
		close: () => browser.close(),
	};
}

/**
 * What stays open goes on asking the server, and complains in the tests after this one. On a busy machine Chromium
 * leaves about one in a hundred open, in good health, and never answers that it is closed: that one is no longer
 * listened to, and goes with the browser.
 */
async function closeWindow(page: Page): Promise<void> {
	page.removeAllListeners();
	const closed = page.close().catch(() => undefined);
	await Promise.race([closed, setTimeout(5_000)]);
}

/** What complaints are forgiven, and the judgement on the rest. */
function complaintBook(complaints: string[]) {
	let forgiven: RegExp[] = [];
	let before: RegExp[] = [];
	return {
		forgive(pattern: RegExp) {
			forgiven.push(pattern);
		},
		expectAsForgiven() {
			const said = complaints.splice(0);
			const unmet = forgiven.find(
				(pattern) => !said.some((one) => pattern.test(one)),
			);
			// A page may repeat a moment later what the test before provoked.
			const all = [...forgiven, ...before];
			const left = said.filter(
				(one) => !all.some((pattern) => pattern.test(one)),
			);
			before = forgiven;
			forgiven = [];
			if (left.length > 0)
				throw new Error(`The browser complained:\n${left.join("\n")}`);
			if (unmet) throw new Error(`Nothing was said like ${unmet}.`);
		},
	};
}

/** What `npm start` does before it serves the console: nothing, unless the sources changed. */
export async function buildConsole(): Promise<void> {
	const url = new URL("../../bin/console-bundle.js", import.meta.url).href;
	const { consoleBundle } = (await import(url)) as {
		consoleBundle(root: string): Promise<string>;
	};
	await consoleBundle(packageRoot);
}

/**
 * `REEVE_TEST_SLOW_BROWSER=1` finds what a test leaves to chance: the page has half of the processor, and every answer
 * comes up to 300 ms late, each differently.
 */
async function slowDown(context: BrowserContext, page: Page): Promise<void> {
	await context.route("**/api/**", async (route) => {
		await setTimeout(Math.random() * 300);
		await route.continue().catch(() => {});
	});
	const protocol = await context.newCDPSession(page);
	await protocol.send("Emulation.setCPUThrottlingRate", { rate: 2 });
}

/** Violations of the content security policy come as errors of the console. */
function watch(page: Page, origin: string, complaints: string[]): void {
	page.on("console", (message) => {
		if (!["error", "warning"].includes(message.type())) return;
		const { url } = message.location();
		complaints.push(`console ${message.type()}: ${message.text()} (${url})`);
	});
	page.on("pageerror", (error) => complaints.push(`error: ${error.stack}`));
	page.on("request", (request) => {
		const url = request.url();
		if (!url.startsWith(`${origin}/`) && !/^(data|blob|about):/.test(url))
			complaints.push(`request to another host: ${url}`);
	});
}

/** Signs somebody in who has no second factor, by the form. Afterwards the page shows the start of their account. */
export async function signIn(
	page: Page,
	person: { email: string; password: string },
): Promise<void> {
	await page.goto("/sign-in");
	await page.getByLabel("E-mail address").fill(person.email);
	await page.getByLabel("Password", { exact: true }).fill(person.password);
	await page.getByRole("button", { name: "Sign in", exact: true }).click();
	await page.waitForURL(/\/a\/\d+/);
	await page.getByRole("heading", { level: 1 }).waitFor();
}
