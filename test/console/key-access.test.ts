import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import { chromiumPath, signIn } from "../support/browser.ts";
import {
	acknowledge,
	callBySession,
	generate,
	openNewKey,
	readSecret,
	runShown,
	statusOf,
} from "../support/console-keys.ts";
import { type ConsoleScene, openConsole } from "../support/console-scene.ts";
import { personWithPassword } from "../support/person.ts";
import type { TestServer } from "../support/server.ts";

describe.skipIf(chromiumPath === undefined)("what a key may open", () => {
	let server: TestServer;
	let browser: ConsoleScene;
	let page: Page;
	let account: string;

	beforeAll(async () => {
		browser = await openConsole();
		({ server, page, accountId: account } = browser);
	});
	afterEach(() => browser.endTest());
	afterAll(() => browser?.stop());

	async function openCatalogue() {
		await openNewKey(page, account, "API key (Custom)");
		await page.getByRole("radio", { name: "Specific API" }).click();
		await page.getByRole("searchbox", { name: "Search operations" }).waitFor();
	}

	test("promise O4: a key with a level for each module does what was given, and is refused with 403 elsewhere", async () => {
		await openNewKey(page, account, "API key (Custom)");
		await page.getByRole("radio", { name: "Module" }).click();
		await page.getByRole("radio", { name: "Devices: Read" }).first().click();
		await page.getByRole("radio", { name: "Regions: Read and write" }).click();
		await expectAccessible(page);
		const { token, lines } = await generate(page, "By module");
		expect(lines.Umbrella).toContain("/networkdevices");
		const call = (method: string, path: string, body?: object) =>
			server.call(method, `/api/v1${path}`, { token, body });
		expect((await call("GET", "/devices")).status).toBe(200);
		expect((await call("POST", "/regions", { name: "Bern" })).status).toBe(201);
		const write = await call("POST", "/devices", { name: "Switch" });
		expect([write.status, write.json.reason]).toEqual([403, "key_access"]);
		expect((await call("GET", "/users")).status).toBe(403);
		await acknowledge(page);
		await page.getByText("Reads and writes Regions. Reads Devices.").waitFor();
	});

	test("promise O4: the catalogue is searched, a box selects all that is shown, and the key opens these alone", async () => {
		await openCatalogue();
		const search = page.getByRole("searchbox", { name: "Search operations" });
		await search.fill("list region");
		const all = page.getByRole("checkbox", { name: /^Select .* shown$/ });
		await all.click();
		await page.getByText(/^1 of \d+ selected$/).waitFor();
		await search.fill("device");
		await page.getByRole("button", { name: "Read", exact: true }).click();
		await all.click();
		await page.getByRole("button", { name: "Selected" }).click();
		await search.fill("");
		await page.getByRole("checkbox", { name: /^List regions/ }).waitFor();
		await page.getByRole("checkbox", { name: /^Read one device/ }).uncheck();
		await expectAccessible(page);
		const { token } = await generate(page, "By operation");
		const who = await server.call("GET", "/api/v1/whoami", { token });
		const { access } = who.json.credential;
		expect(access.type).toBe("operations");
		expect(access.operations).toContain("devices.list");
		expect(access.operations).toContain("regions.list");
		expect(access.operations).not.toContain("devices.get");
		expect(await statusOf(server, token, "/api/v1/devices")).toBe(200);
		expect(await statusOf(server, token, "/api/v1/users")).toBe(403);
		await acknowledge(page);
		await page.getByText("regions.list").waitFor();
	});

	test("promise N11: a key is narrowed to addresses, and a wrong one is named at its field", async () => {
		await openNewKey(page, account, "API key (Custom)");
		await page.getByText("Limit further").click();
		const field = page.getByRole("textbox", { name: "Allowed addresses" });
		await field.fill("not-an-address");
		await page
			.getByRole("textbox", { name: "Name", exact: true })
			.fill("Narrow");
		await page.getByRole("button", { name: "Generate key" }).click();
		await page.getByText(/“not-an-address” must be an IP address/).waitFor();
		await page.getByRole("button", { name: "Remove not-an-address" }).click();
		await field.fill("192.0.2.0/24");
		await page
			.getByRole("checkbox", { name: "Insist on an explicit account" })
			.click();
		const { lines } = await generate(page, "Narrow");
		const answer = await runShown(lines.Reeve as string);
		expect(answer.status).toBe(403);
		expect(JSON.parse(answer.body).reason).toBe("address_not_allowed");
		await acknowledge(page);
		await page.getByText("192.0.2.0/24").waitFor();
		browser.forgive(/400/);
	});

	test("promise O4: only modules, levels and operations that one may give are offered, and no more can be had by asking", async () => {
		const operator = await personWithPassword(server, "operator");
		const other = await browser.newContext();
		await signIn(other.page, operator);
		await other.page.goto(`/a/${account}/keys/new`);
		await other.page
			.getByText("API access is off for you", { exact: true })
			.waitFor();
		const types = await other.page
			.getByRole("radiogroup")
			.first()
			.getByRole("radio")
			.count();
		expect(types).toBe(3);
		await other.page.getByRole("radio", { name: "Module" }).click();
		const radio = (name: string) =>
			other.page.getByRole("radio", { name, exact: true });
		await radio("Devices: Read and write").waitFor();
		await expect.poll(() => radio("Networks: Read").count()).toBe(1);
		expect(await radio("Networks: Read and write").count()).toBe(0);
		expect(await radio("Tenants: Read").count()).toBe(0);
		const answer = await callBySession(other.page, "POST", "/keys", {
			kind: "api",
			name: "Too much",
			access: { type: "modules", modules: { networks: "write" } },
		});
		expect([answer.status, answer.reason]).toEqual([403, "access_above_own"]);
		const organization = await callBySession(other.page, "POST", "/keys", {
			kind: "organization",
			name: "Too much",
			opens: "umbrella_management",
		});
		expect([organization.status, organization.reason]).toEqual([
			403,
			"administrator_only",
		]);
	});

	test("promise O4: a key is made by the keyboard alone, from the list to the closed dialog", async () => {
		await page.goto(`/a/${account}/keys`);
		const { keyboard } = page;
		await page.getByRole("link", { name: "Generate key" }).focus();
		await keyboard.press("Enter");
		await page.waitForURL(/keys\/new/);
		const focused = (role: "radio" | "textbox" | "combobox", name: string) =>
			page.getByRole(role, { name }).and(page.locator(":focus")).waitFor();
		await page.getByRole("heading", { level: 1 }).and(page.locator(":focus"));
		await tabTo(page, "API key (Custom)");
		await keyboard.press("ArrowRight");
		await focused("radio", "MCP key");
		await tabTo(page, "Name");
		await keyboard.type("By keyboard");
		await tabTo(page, "All");
		await keyboard.press("ArrowLeft");
		await focused("radio", "Specific API");
		await tabTo(page, "Search operations");
		await keyboard.type("region");
		await keyboard.press("ArrowDown");
		await keyboard.press("Space");
		await keyboard.press("ArrowDown");
		await keyboard.press("Space");
		await page.getByText(/^2 of \d+ selected$/).waitFor();
		await keyboard.press("Control+Enter");
		const { token } = await readSecret(page);
		await tabTo(page, "I have stored it");
		await keyboard.press("Space");
		await tabTo(page, "Close");
		await keyboard.press("Enter");
		await page.getByRole("heading", { name: "By keyboard" }).waitFor();
		const who = await server.call("GET", "/api/v1/whoami", { token });
		expect(who.json.credential.access.operations).toHaveLength(2);
	});
});

const TABS_MAX = 60;

/** Presses Tab until the focus is on what has a name. @throws when it never is */
async function tabTo(page: Page, name: string): Promise<void> {
	for (let presses = 0; presses < TABS_MAX; presses++) {
		const now: string = await page.evaluate(nameOfFocused);
		if (now === name || now.startsWith(`${name}\n`)) return;
		await page.keyboard.press("Tab");
	}
	throw new Error(`Tab never reaches “${name}”.`);
}

/** Runs in the page: the first words that label what has the focus. */
const nameOfFocused = `(() => {
	const focused = document.activeElement;
	const ids = focused?.getAttribute("aria-labelledby")?.split(" ") ?? [];
	const labels = ids.map((id) => document.getElementById(id));
	const words = [...labels, ...(focused?.labels ?? []), focused].map(
		(one) => one?.innerText.trim() ?? "",
	);
	const own = focused?.getAttribute("aria-label") ?? "";
	return [...words, own].find(Boolean) ?? "";
})()`;
