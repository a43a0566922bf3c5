import type { Page } from "playwright-core";
import {
	afterAll,
	afterEach,
	beforeAll,
	describe,
	expect,
	onTestFinished,
	test,
} from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import { chromiumPath, signIn } from "../support/browser.ts";
import {
	acknowledge,
	callBySession,
	readSecret,
	recordAnswers,
	statusOf,
} from "../support/console-keys.ts";
import { type ConsoleScene, openConsole } from "../support/console-scene.ts";
import { tokenFor } from "../support/people.ts";
import { personWithPassword } from "../support/person.ts";
import type { TestServer } from "../support/server.ts";

describe.skipIf(chromiumPath === undefined)("the life of a key", () => {
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

	async function makeKey(name: string, token = server.first.token) {
		const made = await server.call("POST", "/api/v1/keys", {
			token,
			body: { kind: "api", name, description: `About ${name}` },
		});
		expect(made.status).toBe(201);
		return made.json as { id: string; token: string; key: string };
	}

	const usageOf = async (id: string) =>
		(
			await server.call("GET", `/api/v1/keys/${id}/usage`, {
				token: server.first.token,
			})
		).json;

	/** A person whose credentials work, with a token and a key of theirs. */
	async function somebodyWithKey(role: string, name: string) {
		const person = await personWithPassword(server, role);
		await server.call("PUT", `/api/v1/users/${person.id}/api-access`, {
			token: server.first.token,
			body: { enabled: true },
		});
		const token = await tokenFor(server, person.accountId, person.id);
		return { person, key: await makeKey(name, token) };
	}

	test("promise O3: the list shows name, masked key, description, status, type, maker, expiry, last use and an access switch", async () => {
		const key = await makeKey("Inventory");
		expect(await statusOf(server, key.token)).toBe(200);
		await page.goto(`/a/${account}/keys`);
		const row = page.getByRole("row", { name: /Inventory/ });
		await row.waitFor();
		const text = (await row.textContent()) ?? "";
		for (const part of [
			"About Inventory",
			`${key.key}…`,
			"Active",
			"Custom",
			"Never",
		])
			expect(text).toContain(part);
		expect(text).not.toContain(key.token);
		const heads = await page.getByRole("columnheader").allTextContents();
		expect(heads).toEqual(
			expect.arrayContaining(["Created by", "Expires", "Last used"]),
		);
		await expect.poll(() => row.getByRole("switch").isChecked()).toBe(true);
		await expectAccessible(page);
	});

	test("keys are found by search, type and status, and the address of the page keeps it", async () => {
		await makeKey("Needle");
		await page.goto(`/a/${account}/keys`);
		await page.getByRole("searchbox").fill("needle");
		await page.waitForURL(/search=needle/);
		await page.getByRole("row", { name: /Inventory/ }).waitFor({
			state: "detached",
		});
		await page.goto(`/a/${account}/keys?kind=mcp`);
		await page.getByText("Nothing matches").waitFor();
		await page.goto(`/a/${account}/keys?status=active&kind=api&sort=name`);
		await page.getByRole("row", { name: /Needle/ }).waitFor();
		await page.goto(`/a/${account}/keys?status=disabled`);
		await page.getByText("Nothing matches").waitFor();
	});

	test("promise O5: the access switch refuses a key at once, and lets it in again", async () => {
		const key = await makeKey("Switched");
		await page.goto(`/a/${account}/keys`);
		const access = page.getByRole("switch", { name: "“Switched” is enabled" });
		await access.click();
		await page.getByText("Key disabled").first().waitFor();
		expect(await statusOf(server, key.token)).toBe(401);
		await page
			.getByRole("row", { name: /Switched/ })
			.getByText("Disabled", { exact: true })
			.waitFor();
		await page.getByRole("button", { name: "Undo" }).click();
		await page.getByText("Key enabled").first().waitFor();
		expect(await statusOf(server, key.token)).toBe(200);
		await expect.poll(() => access.isChecked()).toBe(true);
	});

	test("a switch goes back when the server says no", async () => {
		await makeKey("Stubborn");
		await page.goto(`/a/${account}/keys`);
		await page.route("**/disable*", (route) => route.abort());
		onTestFinished(() => page.unroute("**/disable*"));
		const access = page.getByRole("switch", { name: "“Stubborn” is enabled" });
		await access.click();
		await page.getByText("No answer from the server").first().waitFor();
		await expect.poll(() => access.isChecked()).toBe(true);
		browser.forgive(/ERR_FAILED/);
	});

	test("promise U4: regenerating gives a new key and secret, and ends the old one at once", async () => {
		const key = await makeKey("Renewed");
		await page.goto(`/a/${account}/keys/${key.id}`);
		await page.getByRole("button", { name: "Regenerate" }).click();
		const dialog = page.getByRole("dialog");
		await expectAccessible(page, { within: '[role="dialog"]' });
		const answers = recordAnswers(page);
		await dialog.getByRole("button", { name: "Regenerate" }).click();
		const made = await readSecret(page);
		expect(made.key).not.toBe(key.key);
		expect(await statusOf(server, key.token)).toBe(401);
		expect(await statusOf(server, made.token)).toBe(200);
		await dialog.getByText("The old secret no longer works.").waitFor();
		await page.keyboard.press("Escape");
		expect(await dialog.isVisible()).toBe(true);
		await acknowledge(page);
		await page.reload();
		await page.getByText(`${made.key}…`).waitFor();
		expect(await answers.holding(made.secret as string)).toEqual([
			`POST /api/v1/keys/${key.id}/regenerate`,
		]);
	});

	test("promise U4: with an overlap the old secret goes on working until then", async () => {
		const key = await makeKey("Overlapping");
		await page.goto(`/a/${account}/keys/${key.id}`);
		await page.getByRole("button", { name: "Regenerate" }).click();
		const dialog = page.getByRole("dialog");
		await dialog.getByRole("radio", { name: /one more day/ }).click();
		await dialog.getByRole("button", { name: "Regenerate" }).click();
		const made = await readSecret(page);
		expect(await statusOf(server, key.token)).toBe(200);
		expect(await statusOf(server, made.token)).toBe(200);
		await dialog.getByText(/The old secret works until/).waitFor();
		await acknowledge(page);
		await page.getByText("Old secret works until").waitFor();
		const read = await server.call("GET", `/api/v1/keys/${key.id}`, {
			token: server.first.token,
		});
		const hours = (Date.parse(read.json.overlap_until) - Date.now()) / 3.6e6;
		expect(hours).toBeGreaterThan(23.9);
		expect(hours).toBeLessThan(24.1);
	});

	test("promise O5: deleting says what stops working, wants the name, and takes effect at once", async () => {
		const key = await makeKey("Doomed");
		for (const path of ["/devices", "/devices", "/regions"])
			await statusOf(server, key.token, `/api/v1${path}`);
		await expect.poll(async () => (await usageOf(key.id)).calls).toBe(3);
		await page.goto(`/a/${account}/keys/${key.id}`);
		await page.getByRole("button", { name: "Delete" }).click();
		const dialog = page.getByRole("dialog");
		await dialog.getByText("This stops working at once:").waitFor();
		await dialog.getByText("devices.list · 2 calls").waitFor();
		await dialog
			.getByText(/3 calls in the last 31 days.*127\.0\.0\.1/)
			.waitFor();
		const confirm = dialog.getByRole("button", { name: "Delete key" });
		await expect.poll(() => confirm.isDisabled()).toBe(true);
		await expectAccessible(page, { within: '[role="dialog"]' });
		await dialog.getByRole("textbox", { name: "Why?" }).fill("Somebody saw it");
		await dialog.getByRole("textbox", { name: /to confirm/ }).fill("Doomed");
		await confirm.click();
		await page.waitForURL(/\/keys$/);
		expect(await statusOf(server, key.token)).toBe(401);
		const { json: log } = await server.call(
			"GET",
			`/api/v1/audit-events?operation=keys.delete&target_id=${key.id}`,
			{ token: server.first.token },
		);
		expect(log.data).toMatchObject([
			{ reason: "Somebody saw it", surface: "console" },
		]);
		await page.goto(`/a/${account}/keys/${key.id}`);
		await page.getByText("Not found").first().waitFor();
		browser.forgive(/404/);
	});

	test("a key's name, expiry and access are changed, and somebody else's change meanwhile is not overwritten", async () => {
		const key = await makeKey("Before");
		await page.goto(`/a/${account}/keys/${key.id}/edit`);
		const name = page.getByRole("textbox", { name: "Name", exact: true });
		await name.fill("After");
		await page.getByRole("radio", { name: "Module" }).click();
		await page
			.getByRole("radio", { name: "Regions: Read", exact: true })
			.click();
		await page.getByRole("button", { name: "Save" }).click();
		await page.getByRole("heading", { name: "After" }).waitFor();
		expect(await statusOf(server, key.token, "/api/v1/regions")).toBe(200);
		expect(await statusOf(server, key.token, "/api/v1/devices")).toBe(403);
		await page.getByRole("link", { name: "Edit" }).click();
		await name.fill("Too late");
		await server.call("PATCH", `/api/v1/keys/${key.id}`, {
			token: server.first.token,
			body: { name: "Faster" },
		});
		await page.getByRole("button", { name: "Save" }).click();
		await page.getByText("Changed by somebody else meanwhile").waitFor();
		browser.forgive(/412/);
	});

	test("promise O5: a super administrator sees somebody's key, disables and deletes it, and neither regenerates nor enables it", async () => {
		const { person, key } = await somebodyWithKey("operator", "Not mine");
		await page.goto(`/a/${account}/keys/${key.id}`);
		await page.getByText(/only Some Body can change, enable or/).waitFor();
		for (const action of ["Regenerate", "Edit"])
			for (const role of ["button", "link"] as const)
				expect(
					await page.getByRole(role, { name: action, exact: true }).count(),
				).toBe(0);
		expect(
			await callBySession(page, "POST", `/keys/${key.id}/regenerate`, {}),
		).toEqual({ status: 403, reason: "not_key_owner" });
		const access = page.getByRole("switch", { name: "Enabled" });
		await access.click();
		const dialog = page.getByRole("dialog");
		await dialog.getByText(/only Some Body can/).waitFor();
		await dialog.getByRole("button", { name: "Disable key" }).click();
		await dialog.waitFor({ state: "detached" });
		expect(await statusOf(server, key.token)).toBe(401);
		await expect.poll(() => access.isDisabled()).toBe(true);
		expect(
			await callBySession(page, "POST", `/keys/${key.id}/enable`, {}),
		).toEqual({ status: 403, reason: "not_key_owner" });
		await page.getByRole("button", { name: "Delete" }).click();
		await dialog.getByRole("textbox", { name: /to confirm/ }).fill("Not mine");
		await dialog.getByRole("button", { name: "Delete key" }).click();
		await page.waitForURL(/\/keys$/);
		const mine = await tokenFor(server, person.accountId, person.id);
		const gone = await server.call("GET", `/api/v1/keys/${key.id}`, {
			token: mine,
		});
		expect(gone.status).toBe(404);
	});

	test("what an auditor may not do is neither shown nor possible", async () => {
		const { person, key } = await somebodyWithKey("operator", "Watched");
		const auditor = await personWithPassword(server, "auditor");
		const other = await browser.newContext();
		await signIn(other.page, auditor);
		await other.page.goto(`/a/${account}/keys`);
		await other.page.getByText("No keys yet").waitFor();
		expect(
			await other.page.getByRole("link", { name: "Generate key" }).count(),
		).toBe(0);
		await other.page.goto(`/a/${account}/keys/new`);
		expect(
			await other.page.getByRole("button", { name: "Generate key" }).count(),
		).toBe(0);
		const calls: [string, string, object?][] = [
			["POST", "/keys", { kind: "api", name: "Mine" }],
			["POST", `/keys/${key.id}/disable`, {}],
			["POST", `/keys/${key.id}/regenerate`, {}],
			["DELETE", `/keys/${key.id}`],
			["PUT", `/users/${person.id}/api-access`, { enabled: false }],
		];
		for (const [method, path, body] of calls)
			expect(
				await callBySession(other.page, method, path, body),
				`${method} ${path}`,
			).toEqual({ status: 403, reason: "role" });
		expect(await statusOf(server, key.token)).toBe(200);
	});
});
