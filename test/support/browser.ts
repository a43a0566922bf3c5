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
	/** A window of its own, with its own cookies, watched like the first. */
	newContext(): Promise<{ context: BrowserContext; page: Page }>;
	/** What went wrong so far: errors of pages and the console, violations of the policy, requests to other hosts. */
	complaints: string[];
	/**
	 * Fails when the browser complained of something that was not forgiven, or did not of something that was. Call it in
	 * `afterEach`.
	 */
	expectNoComplaints(): void;
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
		// Below the time of a test, so that a failure names the step.
		context.setDefaultTimeout(20_000);
		context.on("page", (page) => watch(page, origin, complaints));
		return { context, page: await context.newPage() };
	};
	const first = await newContext();
	return {
		browser,
		...first,
		newContext,
		complaints,
		...complaintBook(complaints),
		close: () => browser.close(),
	};
}

/** What complaints are forgiven, and the judgement on the rest. */
function complaintBook(complaints: string[]) {
	let forgiven: RegExp[] = [];
	let before: RegExp[] = [];
	return {
		forgive(pattern: RegExp) {
			forgiven.push(pattern);
		},
		expectNoComplaints() {
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
