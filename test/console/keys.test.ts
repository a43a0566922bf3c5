import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import { chromiumPath } from "../support/browser.ts";
import {
	acknowledge,
	generate,
	isInMemory,
	openNewKey,
	recordAnswers,
	runShown,
	statusOf,
} from "../support/console-keys.ts";
import { type ConsoleScene, openConsole } from "../support/console-scene.ts";
import { pickOption } from "../support/pick-option.ts";
import type { TestServer } from "../support/server.ts";

describe.skipIf(chromiumPath === undefined)("keys made in the console", () => {
	let server: TestServer;
	let browser: ConsoleScene;
	let account: string;

	beforeAll(async () => {
		browser = await openConsole();
		({ server, accountId: account } = browser);
	});
	afterEach(() => browser.endTest());
	afterAll(() => browser?.stop());

	/** Follows every way of closing that there is, while the box is not ticked. */
	async function tryToLeave() {
		const { page } = browser;
		const dialog = page.getByRole("dialog");
		await expect
			.poll(() => dialog.getByRole("button", { name: "Close" }).isDisabled())
			.toBe(true);
		await dialog.getByRole("button", { name: "Close" }).click({ force: true });
		await page.keyboard.press("Escape");
		await page.mouse.click(5, 400);
		await dialog.getByText("Tick this first").waitFor();
		await page.evaluate("history.back()");
		await reloadAndStay();
		expect(await dialog.isVisible()).toBe(true);
		expect(page.url()).toContain(`/a/${account}/keys/new`);
	}

	/** The browser asks before the page goes, and is told to stay. */
	async function reloadAndStay() {
		const { page } = browser;
		const asked = page.waitForEvent("dialog");
		await page.evaluate("void setTimeout(() => location.reload())");
		const question = await asked;
		expect(question.type()).toBe("beforeunload");
		await question.dismiss();
	}

	test("promise U3: the dialog with the secret closes only after the box is ticked, and then the secret is nowhere", async () => {
		const { page } = browser;
		await page.goto(`/a/${account}/keys`);
		await page.getByRole("link", { name: "Generate key" }).click();
		await page.getByRole("radio", { name: "API key (Custom)" }).click();
		const answers = recordAnswers(page);
		const made = await generate(page, "Shown once");
		await expectAccessible(page, { within: '[role="dialog"]' });
		expect(made.token).toBe(`${made.key}${made.secret}`);
		expect(await isInMemory(page, made.token)).toBe(true);
		await tryToLeave();
		await acknowledge(page);
		await page.getByRole("heading", { name: "Shown once" }).waitFor();
		const { secret = "" } = made;
		const texts: string = await page.evaluate(
			`JSON.stringify([document.documentElement.outerHTML, location.href, history.state,
				{ ...localStorage }, { ...sessionStorage }, document.cookie])`,
		);
		expect(texts).toContain("Shown once");
		expect(texts).not.toContain(secret);
		await expect.poll(() => isInMemory(page, secret)).toBe(false);
		await page.reload();
		await page.getByRole("heading", { name: "History" }).waitFor();
		await page.getByRole("link", { name: "keys.create" }).click();
		await page.waitForURL(/\/audit/);
		await page.goto(`/a/${account}/keys`);
		await page.getByRole("link", { name: "Shown once" }).waitFor();
		expect(await answers.holding(secret)).toEqual(["POST /api/v1/keys"]);
		expect(server.logLines.join("")).not.toContain(secret);
	});

	test("a key whose answer was lost is made once, and its secret is not made up", async () => {
		const { page } = browser;
		await openNewKey(page, account, "API key (Custom)");
		await page.route("**/api/v1/keys?*", async (route) => {
			await route.fetch();
			await route.abort();
		});
		const press = () =>
			page.getByRole("button", { name: "Generate key" }).click();
		await page
			.getByRole("textbox", { name: "Name", exact: true })
			.fill("Lost answer");
		await press();
		await page.getByText("No answer from the server").waitFor();
		await page.unroute("**/api/v1/keys?*");
		await press();
		const dialog = page.getByRole("dialog");
		await dialog.getByText("The key is there, its secret is not").waitFor();
		await dialog.getByRole("checkbox").click();
		await dialog.getByRole("button", { name: "Close" }).click();
		await page.getByRole("heading", { name: "Lost answer" }).waitFor();
		const made = await server.call("GET", "/api/v1/keys?name=Lost%20answer", {
			token: server.first.token,
		});
		expect(made.json.data).toHaveLength(1);
		browser.forgive(/ERR_FAILED/);
	});

	test("promise O4: a Custom key with access All works on every wire by the very line that is shown", async () => {
		const { page } = browser;
		await openNewKey(page, account, "API key (Custom)");
		const { lines, secret = "" } = await generate(page, "Everything");
		expect(Object.keys(lines)).toEqual([
			"Reeve",
			"OpManager",
			"Umbrella",
			"NetBird",
		]);
		expect(lines.Umbrella).toContain(`:${secret}`);
		expect(lines.OpManager).toContain("apikey: ");
		expect(lines.NetBird).toContain("Authorization: Token ");
		for (const line of Object.values(lines))
			expect(await runShown(line), line).toMatchObject({ status: 200 });
		await acknowledge(page);
	});

	test("promise O4: an MCP key is of its own type and works", async () => {
		const { page } = browser;
		await openNewKey(page, account, "MCP key");
		const { lines, token } = await generate(page, "Assistant");
		expect(token).toMatch(/^rvm_/);
		const { status, body } = await runShown(lines.Reeve as string);
		expect(status).toBe(200);
		expect(JSON.parse(body).credential.kind).toBe("mcp");
		await acknowledge(page);
	});

	test.each([
		["Umbrella Management", "/api/v1/users", "/api/v1/devices"],
		["Umbrella Network Devices", "/api/v1/devices", "/api/v1/users"],
	])(
		"promise U2: an organization's key is a pair that opens the API that was picked, %s",
		async (api, opened, closed) => {
			const { page } = browser;
			await openNewKey(page, account, "Organization key");
			await page.getByRole("radio", { name: api }).click();
			const made = await generate(page, `For ${api}`);
			expect(made.lines.Umbrella).toContain(`-u ${made.key}:${made.secret}`);
			for (const line of Object.values(made.lines))
				expect(await runShown(line), line).toMatchObject({ status: 200 });
			expect(await statusOf(server, made.token, opened)).toBe(200);
			expect(await statusOf(server, made.token, closed)).toBe(403);
			await acknowledge(page);
			await page.getByText(`The ${api} API`).waitFor();
		},
	);

	test("promise U2: a legacy network devices key is a single token", async () => {
		const { page } = browser;
		await openNewKey(page, account, "Network-device token");
		const made = await generate(page, "Old switches");
		expect(made.token).toMatch(/^rvn_/);
		expect([made.key, made.secret]).toEqual([undefined, undefined]);
		for (const line of Object.values(made.lines))
			expect(await runShown(line), line).toMatchObject({ status: 200 });
		await acknowledge(page);
		await page.getByText("Legacy Network Devices", { exact: true }).waitFor();
	});

	test("promise N5: a personal token is made under its user, shown once, and works as Authorization: Token", async () => {
		const { page } = browser;
		await openNewKey(page, account, "Personal token");
		const { lines, token } = await generate(page, "Laptop");
		expect(token).toMatch(/^rvp_/);
		for (const line of Object.values(lines))
			expect(await runShown(line), line).toMatchObject({ status: 200 });
		const { body } = await runShown(lines.Reeve as string);
		expect(JSON.parse(body).user.email).toBe(server.first.email);
		await acknowledge(page);
	});

	test("promise N5: a service user's token offers what its role may, acts for it, and works", async () => {
		const { page } = browser;
		await server.call("POST", "/api/v1/users", {
			token: server.first.token,
			body: { kind: "service", name: "Backup robot", role: "auditor" },
		});
		await openNewKey(page, account, "Service token");
		await page
			.getByRole("combobox", { name: "Service user" })
			.fill("Backup ro");
		await pickOption(page, "Backup robot");
		await page.getByRole("radio", { name: "Module" }).click();
		await page.getByRole("radio", { name: "Devices: Read" }).click();
		const written = page.getByRole("radio", { name: /: Read and write$/ });
		expect(await written.count()).toBe(0);
		const { lines, token } = await generate(page, "Robot");
		expect(token).toMatch(/^rvs_/);
		const { status, body } = await runShown(lines.Reeve as string);
		expect(status).toBe(200);
		expect(JSON.parse(body).user).toMatchObject({ name: "Backup robot" });
		expect(await statusOf(server, token, "/api/v1/devices")).toBe(200);
		expect(await statusOf(server, token, "/api/v1/users")).toBe(403);
		expect((await runShown(lines.NetBird as string)).status).toBe(200);
		await acknowledge(page);
	});

	test("a probe key is made and says who it is", async () => {
		const { page } = browser;
		await openNewKey(page, account, "Probe key");
		const { lines, token } = await generate(page, "Probe in Bern");
		expect(token).toMatch(/^rvb_/);
		expect(await runShown(lines.Reeve as string)).toMatchObject({
			status: 200,
		});
		await acknowledge(page);
	});
});
