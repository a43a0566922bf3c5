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
import {
	personWithPassword,
	signIn as signInByApi,
} from "../support/person.ts";
import { type App, enrolApp } from "../support/second-factors.ts";
import { startTestServer, type TestServer } from "../support/server.ts";
import {
	codeField,
	cookieJar,
	givePassword,
	isIn,
	signOutByMenu,
} from "../support/sign-in-page.ts";

/** What the browser's console says of an answer that refuses. */
const refused = /status of (401|403|429)/;

describe.skipIf(chromiumPath === undefined)("signing in", () => {
	const clock = movableClock();
	let server: TestServer;
	let browser: ServerBrowser;
	let page: Page;
	let someone: Awaited<ReturnType<typeof personWithPassword>>;
	let app: App;

	beforeAll(async () => {
		server = await startTestServer({ clock });
		someone = await personWithPassword(server, "operator");
		app = await enrolApp(await signInByApi(server, someone), clock);
		browser = await openBrowser(server);
	});

	afterEach(() => browser.endTest());

	afterAll(async () => {
		await browser?.close();
		await server?.stop();
	});

	/** Each test has a browser window of its own, with no cookies. */
	async function fresh() {
		const made = await browser.newContext();
		page = made.page;
		return made;
	}

	const press = (name: string) =>
		page.getByRole("button", { name, exact: true }).click();

	const withCookies = (path: string, cookie: string) =>
		server.call("GET", `/api/v1${path}`, { headers: { cookie } });

	test("works by keyboard alone, says when a password is wrong, and goes on to the page that was asked for", async () => {
		await fresh();
		await page.goto(`/a/${server.first.accountId}/audit?outcome=refused`);
		await page.waitForURL(/\/sign-in\?next=/);
		const { keyboard } = page;
		await page.getByLabel("E-mail address").waitFor();
		await keyboard.type(server.first.email);
		await keyboard.press("Tab");
		await keyboard.type("not the password");
		await keyboard.press("Enter");
		await page
			.getByRole("alert")
			.getByText("The e-mail address or the password is wrong.")
			.waitFor();
		browser.forgive(refused);
		// The wrong password is selected, so that typing replaces it.
		await keyboard.type(server.first.password);
		await keyboard.press("Enter");
		await page.waitForURL(/\/audit\?outcome=refused/);
		await page.getByRole("heading", { level: 1, name: "Audit" }).waitFor();
	});

	test("says the same of an address that nobody has, and asks for what is missing without a call", async () => {
		await fresh();
		await page.goto("/sign-in");
		await press("Sign in");
		await page.getByText("Enter your e-mail address.").waitFor();
		await expectAccessible(page);
		await givePassword(page, { email: "no@one.test", password: "x" });
		await page
			.getByText("The e-mail address or the password is wrong.")
			.waitFor();
		browser.forgive(refused);
	});

	test("promise N11: takes a code of an app as soon as it is pasted, and a code only once", async () => {
		await fresh();
		await givePassword(page, someone);
		const code = app.next();
		await codeField(page).waitFor();
		await expectAccessible(page);
		await page.evaluate(
			`navigator.clipboard.writeText(" ${code.slice(0, 3)} ${code.slice(3)} ")`,
		);
		await codeField(page).focus();
		await page.keyboard.press("Control+v");
		await isIn(page);

		await signOutByMenu(page);
		await givePassword(page, someone);
		await codeField(page).fill(app.again());
		await page.getByText(/The code is wrong or was used already/).waitFor();
		await expect.poll(() => codeField(page).inputValue()).toBe("");
		browser.forgive(refused);
	});

	test("starts again with the reason when five codes were wrong", async () => {
		await fresh();
		await givePassword(page, someone);
		for (const code of ["000001", "000002", "000003", "000004", "000005"]) {
			await codeField(page).waitFor();
			const answered = page.waitForResponse(/sign-in\/totp/);
			await codeField(page).fill(code);
			await answered;
			await page.getByText(/The code is wrong/).waitFor();
		}
		await codeField(page).fill(app.next());
		await page.getByText(/too many wrong answers; start again/).waitFor();
		await expect
			.poll(() => page.getByLabel("E-mail address").inputValue())
			.toBe(someone.email);
		browser.forgive(refused);
	});

	test("takes a recovery code once, and says how many are left", async () => {
		await fresh();
		const [code = ""] = app.recoveryCodes;
		await givePassword(page, someone);
		await press("Use a recovery code");
		await expectAccessible(page);
		await page.getByLabel("Recovery code").fill(code.toUpperCase());
		await page.keyboard.press("Enter");
		await isIn(page);
		await page.getByText("9 recovery codes left").waitFor();

		await signOutByMenu(page);
		await givePassword(page, someone);
		await press("Use a recovery code");
		await page.getByLabel("Recovery code").fill(code);
		await page.keyboard.press("Enter");
		await page.getByText(/The code is wrong or was used already/).waitFor();
		browser.forgive(refused);
	});

	test("keeps the session in a cookie that no script and no other site can use", async () => {
		const { context } = await fresh();
		await signIn(page, server.first);
		expect(await context.cookies(server.url)).toEqual([
			expect.objectContaining({
				name: "reeve_session",
				httpOnly: true,
				sameSite: "Strict",
				path: "/",
				domain: "127.0.0.1",
			}),
		]);
		expect(await page.evaluate("document.cookie")).toBe("");
		const kept = await page.evaluate(
			"JSON.stringify([{ ...localStorage }, { ...sessionStorage }])",
		);
		expect(kept).not.toMatch(/rv[wa]_/);
	});

	test("a stolen session opens nothing after its owner signed out, here or everywhere else", async () => {
		const { context } = await fresh();
		await signIn(page, server.first);
		const stolen = await cookieJar(context, server.url);
		expect((await withCookies("/whoami", stolen)).status).toBe(200);
		await signOutByMenu(page);
		expect((await withCookies("/whoami", stolen)).status).toBe(401);
		expect(await context.cookies(server.url)).toEqual([]);

		const victim = await fresh();
		await signIn(victim.page, server.first);
		const copied = await cookieJar(victim.context, server.url);
		await fresh();
		await signIn(page, server.first);
		await page.goto("/profile/sessions");
		await press("End all others");
		await page.getByText(/other sessions? ended/).waitFor();
		expect((await withCookies("/whoami", copied)).status).toBe(401);
		await victim.page
			.getByRole("link", { name: "Devices", exact: true })
			.click();
		await victim.page.getByLabel("Password", { exact: true }).waitFor();
		expect(victim.page.url()).toMatch(/next=/);
		await victim.page.getByText(/Your session has ended/).waitFor();
		browser.forgive(refused);
	});

	test("whoever is signed in and comes to the sign-in page is led on, and never to another site", async () => {
		await fresh();
		await signIn(page, server.first);
		await page.goto("/sign-in?next=%2Fprofile");
		await page.waitForURL(/\/profile$/);
		for (const next of ["https://evil.test/", "//evil.test", "/\\evil.test"]) {
			await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
			await isIn(page);
		}
	});
});

test.skipIf(chromiumPath === undefined)(
	"counts the seconds down where somebody tries too often",
	async () => {
		const clock = movableClock();
		const server = await startTestServer({
			clock,
			limits: { signInPerMinute: 6, signInBurst: 2 },
		});
		const browser = await openBrowser(server);
		try {
			const { page } = browser;
			await page.clock.install();
			for (let tries = 0; tries < 3; tries++) {
				const answered = page.waitForResponse(/sign-in\/password/);
				await givePassword(page, { ...server.first, password: "wrong" });
				await answered;
			}
			await page.getByText("Too many tries").waitFor();
			const waiting = page.getByRole("button", { name: /Try again in \d+ s/ });
			await waiting.waitFor();
			await expect(waiting.isDisabled()).resolves.toBe(true);
			await expectAccessible(page);
			clock.offsetMs += 30_000;
			await page.clock.fastForward(30_000);
			await page
				.getByLabel("Password", { exact: true })
				.fill(server.first.password);
			await page.getByRole("button", { name: "Sign in", exact: true }).click();
			await isIn(page);
			browser.forgive(refused);
			await browser.endTest();
		} finally {
			await browser.close();
			await server.stop();
		}
	},
);
