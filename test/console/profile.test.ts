import type { Page } from "playwright-core";
import {
	afterAll,
	afterEach,
	beforeAll,
	beforeEach,
	describe,
	expect,
	test,
} from "vitest";
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
	codeField,
	cookieJar,
	givePassword,
	isIn,
	shownCodes,
} from "../support/sign-in-page.ts";

const MINUTE_MS = 60_000;

describe.skipIf(chromiumPath === undefined)("one's own profile", () => {
	const clock = movableClock();
	let server: TestServer;
	let browser: ServerBrowser;
	let page: Page;
	let someone: Awaited<ReturnType<typeof personWithPassword>>;

	beforeAll(async () => {
		server = await startTestServer({ clock });
		browser = await openBrowser(server);
	});

	beforeEach(async () => {
		someone = await personWithPassword(server, "operator");
		page = (await browser.newContext()).page;
		await signIn(page, someone);
	});

	afterEach(async () => {
		await browser.endTest();
	});

	afterAll(async () => {
		await browser?.close();
		await server?.stop();
	});

	const button = (name: string) =>
		page.getByRole("button", { name, exact: true });
	const password = (name: string) => page.getByLabel(name, { exact: true });

	const events = async (operation: string) => {
		const { json } = await server.call(
			"GET",
			`/api/v1/audit-events?operation=${operation}`,
			{ token: server.first.token },
		);
		return json.data as { actor: { name: string }; surface: string }[];
	};

	/** Enrols an app at the page. @returns what it knows */
	async function addApp() {
		await button("Add an app").click();
		const dialog = page.getByRole("dialog");
		const shown = await dialog.locator("code").first().textContent();
		const secret = shown?.replaceAll(" ", "") ?? "";
		await codeField(page).fill(codeOf(secret, clock.nowMs()));
		await button("Add app").click();
		const codes = await shownCodes(page);
		return { secret, codes };
	}

	async function putAway() {
		await page.getByRole("checkbox", { name: /put the codes away/ }).click();
		await button("Done").click();
		await page.getByRole("dialog").waitFor({ state: "detached" });
	}

	test("name and time zone are everybody's own to change, and the change is noted", async () => {
		await page.goto("/profile");
		const name = page.getByRole("textbox", { name: "Name", exact: true });
		await name.fill("Somebody Else");
		const zone = page.getByRole("combobox", { name: "Time zone" });
		await zone.fill("Vienna");
		await page.getByRole("option", { name: /Europe\/Vienna/ }).click();
		await expectAccessible(page);
		await button("Save").click();
		await page.getByText("Profile saved").waitFor();
		await page.reload();
		await expect.poll(() => name.inputValue()).toBe("Somebody Else");
		await expect.poll(() => zone.inputValue()).toBe("Europe/Vienna");
		const [event] = await events("profile.update");
		expect(event?.surface).toBe("console");
	});

	test("the theme is kept in the browser and is the same in the menu", async () => {
		await page.goto("/profile");
		await page.getByRole("radio", { name: "Dark" }).click();
		await expect
			.poll(() => page.evaluate("document.documentElement.dataset.theme"))
			.toBe("dark");
		await page.reload();
		expect(await page.evaluate("document.documentElement.dataset.theme")).toBe(
			"dark",
		);
		await button("Your menu").click();
		const dark = page.getByRole("menuitemcheckbox", { name: "Dark" });
		await expect.poll(() => dark.getAttribute("aria-checked")).toBe("true");
	});

	test("a changed password ends every other session, and the wrong present one changes nothing", async () => {
		const elsewhere = await browser.newContext();
		await signIn(elsewhere.page, someone);
		const copied = await cookieJar(elsewhere.context, server.url);
		await page.goto("/profile/sign-in");
		await password("Present password").fill("wrong");
		await password("New password").fill("Another-password-2");
		await button("Change password").click();
		await page.getByText(/is not the present password/i).waitFor();
		browser.forgive(/status of 400/);
		await expectAccessible(page);
		await password("Present password").fill(someone.password);
		await button("Change password").click();
		await page.getByText("Password changed").waitFor();
		const old = await server.call("GET", "/api/v1/whoami", {
			headers: { cookie: copied },
		});
		expect(old.status).toBe(401);
		await page.goto("/profile/sessions");
		await page.getByText("This one").waitFor();
		expect(await page.getByRole("listitem").count()).toBeGreaterThan(0);
	});

	test("promise N11: an app is added, its codes are shown once, renewed, and it is removed", async () => {
		await page.goto("/profile/sign-in");
		await page.getByText("Your password alone opens your account").waitFor();
		const { codes } = await addApp();
		expect(codes).toHaveLength(10);
		await expectAccessible(page);
		const saved = page.waitForEvent("download");
		await button("Download").click();
		expect((await saved).suggestedFilename()).toBe("reeve-recovery-codes.txt");
		await button("Copy codes").click();
		expect(await page.evaluate("navigator.clipboard.readText()")).toBe(
			codes.join("\n"),
		);
		// Escape loses nothing that nobody can show again.
		await page.keyboard.press("Escape");
		await putAway();
		expect(await page.content()).not.toContain(codes[0]);
		await page.getByText("10 recovery codes left").waitFor();

		await button("New recovery codes").click();
		await button("Make new codes").click();
		const renewed = await shownCodes(page);
		expect(renewed).not.toEqual(codes);
		await putAway();

		await button("Remove Authenticator app").click();
		await page.getByText(/It is your last one/).waitFor();
		await button("Remove").click();
		await page.getByText("Your password alone opens your account").waitFor();
		await expectAccessible(page);
	});

	test("promise N11: a screen left open adds no way in: who changes the sign-in later proves again that it is them", async () => {
		await page.goto("/profile/sign-in");
		const { secret } = await addApp();
		await putAway();
		clock.offsetMs += 20 * MINUTE_MS;

		await button("Remove Authenticator app").click();
		await button("Remove").click();
		const question = page.getByRole("dialog", {
			name: "Confirm that it is you",
		});
		await question.waitFor();
		await expectAccessible(page);
		await page.keyboard.type("not my password");
		await page.keyboard.press("Enter");
		await question.getByText(/is not your password/i).waitFor();
		await question.getByRole("button", { name: "Cancel" }).click();
		await page
			.getByText(/Confirm first that it is you/)
			.first()
			.waitFor();
		await page.getByText("10 recovery codes left").waitFor();

		await button("Remove").click();
		await question.getByRole("button", { name: "Use a code instead" }).click();
		await page
			.getByRole("textbox", { name: "Code" })
			.fill(codeOf(secret, clock.nowMs()));
		await question
			.getByRole("button", { name: "Confirm", exact: true })
			.click();
		// What was refused goes on by itself.
		await page.getByText("Your password alone opens your account").waitFor();
		browser.forgive(/status of (403|400)/);
	});

	test("sessions name the device and can be ended one by one", async () => {
		const elsewhere = await browser.newContext();
		await givePassword(elsewhere.page, someone);
		await isIn(elsewhere.page);
		await page.goto("/profile/sessions");
		const rows = page.getByRole("main").getByRole("listitem");
		await page.getByText("This one").waitFor();
		await expect.poll(() => rows.count()).toBe(2);
		await expectAccessible(page);
		await button("End the session of Chrome on Linux").click();
		await page.getByText("Session ended").waitFor();
		await expect.poll(() => rows.count()).toBe(1);
		await elsewhere.page.reload();
		await elsewhere.page.getByLabel("E-mail address").waitFor();
	});
});
