import { afterAll, afterEach, beforeAll, describe, test } from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import {
	chromiumPath,
	openBrowser,
	type ServerBrowser,
	signIn,
} from "../support/browser.ts";
import { movableClock } from "../support/clock.ts";
import { personWithPassword } from "../support/person.ts";
import { startTestServer, type TestServer } from "../support/server.ts";
import { addAuthenticator, shownCodes } from "../support/sign-in-page.ts";

const MINUTE_MS = 60_000;

describe.skipIf(chromiumPath === undefined)("whoever has a passkey", () => {
	const clock = movableClock();
	let server: TestServer;
	let browser: ServerBrowser;

	beforeAll(async () => {
		server = await startTestServer({ clock });
		// Browsers keep passkeys for names alone.
		const url = server.url.replace("127.0.0.1", "localhost");
		browser = await openBrowser({ url });
	});

	afterEach(() => browser.endTest());

	afterAll(async () => {
		await browser?.close();
		await server?.stop();
	});

	test("proves with it that it is them, before a change of how they sign in", async () => {
		const { page } = browser;
		const press = (name: string) =>
			page.getByRole("button", { name, exact: true }).click();
		await addAuthenticator(page);
		await signIn(page, await personWithPassword(server, "operator"));
		await page.goto("/profile/sign-in");
		await press("Add a passkey");
		await page.getByRole("textbox", { name: "Name" }).fill("My laptop");
		await press("Create passkey");
		await shownCodes(page);
		await page.getByRole("checkbox", { name: /put the codes away/ }).click();
		await press("Done");

		clock.offsetMs += 20 * MINUTE_MS;
		await press("Remove My laptop");
		await press("Remove");
		const question = page.getByRole("dialog", {
			name: "Confirm that it is you",
		});
		await question
			.getByRole("button", { name: "Use a passkey instead" })
			.click();
		await expectAccessible(page);
		await question
			.getByRole("button", { name: "Confirm", exact: true })
			.click();
		await page.getByText("Your password alone opens your account").waitFor();
		browser.forgive(/status of 403/);
	});
});
