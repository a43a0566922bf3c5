import { afterAll, afterEach, beforeAll, describe, test } from "vitest";
import {
	chromiumPath,
	openBrowser,
	type ServerBrowser,
	signIn,
} from "../support/browser.ts";
import { startTestServer, type TestServer } from "../support/server.ts";

describe.skipIf(chromiumPath === undefined)("what a page reads", () => {
	let server: TestServer;
	let browser: ServerBrowser;

	beforeAll(async () => {
		server = await startTestServer();
		browser = await openBrowser(server);
	});

	afterEach(() => browser.endTest());

	afterAll(async () => {
		await browser?.close();
		await server?.stop();
	});

	/** The next such call for which the page says, or does not, that it makes it by itself. */
	const nextCall = (path: string, isByItself: boolean) =>
		browser.page.waitForRequest(
			(request) =>
				request.url().includes(path) &&
				"reeve-background" in request.headers() === isByItself,
		);

	test("by itself, on a screen that was left, is said not to be use; what somebody clicks is", async () => {
		const { page } = browser;
		await page.clock.install();
		const entered = nextCall("/api/v1/whoami", false);
		await signIn(page, server.first);
		await entered;

		const refreshed = nextCall("/api/v1/", true);
		await page.clock.fastForward(65_000);
		await refreshed;

		const clicked = nextCall("/api/v1/devices?", false);
		await page
			.getByRole("list", { name: "Monitor" })
			.getByRole("link", { name: "Devices" })
			.click();
		await clicked;
	});
});
