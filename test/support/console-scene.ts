import { expect } from "vitest";
import { openBrowser, type ServerBrowser, signIn } from "./browser.ts";
import {
	startTestServer,
	type TestServer,
	type TestServerOptions,
} from "./server.ts";

/** A server, and a browser in which its owner has signed in. */
export interface ConsoleScene extends ServerBrowser {
	server: TestServer;
	accountId: string;
	/** Calls the native API as the owner; fails unless that worked. */
	call(method: string, path: string, body?: unknown): Promise<Json>;
	/** Opens a page of the account and waits until it stands. */
	open(path: string): Promise<void>;
	stop(): Promise<void>;
}

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape.
type Json = any;

/** Starts both. The owner has no second factor, so that none may be demanded. */
export async function openConsole(
	options: TestServerOptions = {},
): Promise<ConsoleScene> {
	const server = await startTestServer(options);
	const { token, accountId } = server.first;
	const call: ConsoleScene["call"] = async (method, path, body) => {
		const answer = await server.call(method, `/api/v1${path}`, { token, body });
		expect(answer.status, answer.text).toBeLessThan(300);
		return answer.json;
	};
	await call("PATCH", "/account", {
		settings: { tenant_reach_mfa_enabled: false },
	});
	const browser = await openBrowser(server);
	const { page } = browser;
	await signIn(page, server.first);
	return {
		...browser,
		server,
		accountId,
		call,
		async open(path) {
			await page.goto(`/a/${accountId}${path}`);
			await page.getByRole("heading", { level: 1 }).waitFor();
			await page.waitForLoadState("networkidle");
		},
		async stop() {
			await browser.close();
			await server.stop();
		},
	};
}

const NARROW = { width: 360, height: 740 };

/** Fails when a phone would have to scroll the page sideways. What is wider scrolls in a box of its own. */
export async function expectNarrow({ page }: ServerBrowser): Promise<void> {
	const before = page.viewportSize() ?? NARROW;
	await page.setViewportSize(NARROW);
	const width = await page.evaluate(
		"new Promise((done) => requestAnimationFrame(() => done(document.documentElement.scrollWidth)))",
	);
	await page.setViewportSize(before);
	expect(width, `width of ${page.url()}`).toBeLessThanOrEqual(NARROW.width);
}
