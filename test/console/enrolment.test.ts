import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import {
	chromiumPath,
	openBrowser,
	type ServerBrowser,
	signIn,
} from "../support/browser.ts";
import { movableClock } from "../support/clock.ts";
import { personWithPassword } from "../support/person.ts";
import { codeOf } from "../support/second-factors.ts";
import { startTestServer, type TestServer } from "../support/server.ts";
import {
	addAuthenticator,
	codeField,
	givePassword,
	isIn,
	shownCodes,
	signOutByMenu,
} from "../support/sign-in-page.ts";

const STEP_MS = 30_000;

describe.skipIf(chromiumPath === undefined)("a second factor", () => {
	const clock = movableClock();
	let server: TestServer;
	let browser: ServerBrowser;
	let page: Page;

	beforeAll(async () => {
		server = await startTestServer({ clock });
		// Browsers keep passkeys for names alone.
		const url = server.url.replace("127.0.0.1", "localhost");
		browser = await openBrowser({ url });
	});

	afterEach(async () => {
		await demand(false);
		await browser.endTest();
	});

	afterAll(async () => {
		await browser?.close();
		await server?.stop();
	});

	async function fresh() {
		const made = await browser.newContext();
		page = made.page;
		return made;
	}

	const press = (name: string) =>
		page.getByRole("button", { name, exact: true }).click();

	async function demand(isDemanded: boolean) {
		const answer = await server.call("PATCH", "/api/v1/account", {
			token: server.first.token,
			body: { settings: { local_mfa_enabled: isDemanded } },
		});
		expect(answer.status, answer.text).toBe(200);
	}

	test("promise N11: is enrolled before anything else opens where the account demands it", async () => {
		const someone = await personWithPassword(server, "operator");
		await demand(true);
		const { context } = await fresh();
		await givePassword(page, someone);
		await page.getByRole("heading", { name: "Protect your sign-in" }).waitFor();
		await expectAccessible(page);
		// Neither another page nor a reload is a way around.
		await page.goto(`/a/${server.first.accountId}/devices`);
		await page.getByRole("heading", { name: "Protect your sign-in" }).waitFor();
		const cookie = (await context.cookies())
			.map(({ name, value }) => `${name}=${value}`)
			.join("; ");
		const devices = await server.call("GET", "/api/v1/devices", {
			headers: { cookie },
		});
		expect([devices.status, devices.json.reason]).toEqual([
			403,
			"second_factor_required",
		]);

		await press("Sign out");
		await page.getByText("You are signed out.").waitFor();
		await givePassword(page, someone);
		await press("Use an authenticator app");
		const typed = await page.locator("main code").first().textContent();
		const secret = typed?.replaceAll(" ", "") ?? "";
		await expectAccessible(page);
		await codeField(page).fill("000000");
		await page.getByText(/is not what the app shows now/i).waitFor();
		browser.forgive(/status of 400/);
		await codeField(page).fill(codeOf(secret, clock.nowMs()));
		expect(await shownCodes(page)).toHaveLength(10);
		await expectAccessible(page);
		const goOn = page.getByRole("button", { name: "Continue", exact: true });
		await expect.poll(() => goOn.isDisabled()).toBe(true);
		await page.getByRole("checkbox", { name: /put the codes away/ }).click();
		await goOn.click();
		await isIn(page);

		await signOutByMenu(page);
		clock.offsetMs += STEP_MS;
		await givePassword(page, someone);
		await codeField(page).fill(codeOf(secret, clock.nowMs()));
		await isIn(page);
	});

	test("as a passkey signs in alone, and takes the step after the password", async () => {
		const someone = await personWithPassword(server, "operator");
		await fresh();
		await addAuthenticator(page);
		await signIn(page, someone);
		await page.goto("/profile/sign-in");
		await press("Add a passkey");
		await page.getByRole("textbox", { name: "Name" }).fill("My laptop");
		await press("Create passkey");
		const codes = await shownCodes(page);
		expect(codes).toHaveLength(10);
		await page.getByRole("checkbox", { name: /put the codes away/ }).click();
		await press("Done");
		await page.getByRole("listitem").getByText("My laptop").waitFor();
		await signOutByMenu(page);

		await press("Sign in with a passkey");
		await isIn(page);
		await signOutByMenu(page);

		await givePassword(page, someone);
		await page.getByRole("heading", { name: "Use your passkey" }).waitFor();
		await expectAccessible(page);
		// The button has the focus: no mouse is needed.
		await page.keyboard.press("Enter");
		await isIn(page);
	});

	test("as a passkey that nobody shows is no fault of the page, and another way is open", async () => {
		const someone = await personWithPassword(server, "operator");
		await fresh();
		await addAuthenticator(page, false);
		await page.goto("/sign-in");
		await press("Sign in with a passkey");
		await page.getByText("No passkey was used").waitFor();
		await page.getByLabel("E-mail address").fill(someone.email);
		await page.getByLabel("Password", { exact: true }).fill(someone.password);
		await page.keyboard.press("Enter");
		await isIn(page);
	});
});
