import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath } from "../support/browser.ts";
import { type ConsoleScene, openConsole } from "../support/console-scene.ts";

describe.skipIf(chromiumPath === undefined)("the palette", () => {
	let scene: ConsoleScene;
	let tenant: string;
	let deviceId: string;

	beforeAll(async () => {
		scene = await openConsole();
		tenant = (await scene.call("POST", "/tenants", { name: "Acme Foods" })).id;
		const device = (name: string, ip_address: string) =>
			scene.call("POST", `/devices?account=${tenant}`, { name, ip_address });
		deviceId = (await device("core-switch-1", "10.9.8.1")).id;
		for (const number of [2, 3, 4, 5, 6])
			await device(`lab-switch-${number}`, `10.9.8.${number}`);
	});

	afterEach(() => scene.endTest());
	afterAll(() => scene?.stop());

	const field = () => scene.page.getByLabel(/^Go to a page/);

	test("finds a customer's device by name, with letters typed before the palette stood", async () => {
		const { page } = scene;
		await scene.open("");
		await page.keyboard.press("Control+k");
		await page.keyboard.type("core-switch");
		await field().waitFor();
		expect(await field().inputValue()).toBe("core-switch");
		await page.getByRole("option", { name: /core-switch-1.*Acme/ }).waitFor();
		await page.keyboard.press("Enter");
		await page.waitForURL(`**/a/${tenant}/devices/${deviceId}`);
	});

	test("leads to the list where more is found than it shows", async () => {
		const { page } = scene;
		await page.goto("/a/all");
		await page.getByRole("heading", { level: 1 }).waitFor();
		await page.keyboard.press("Control+k");
		await field().fill("switch");
		await page
			.getByRole("option", { name: /All devices with “switch”/ })
			.click();
		await page.waitForURL("**/a/all/devices?search=switch");
		await page.getByText("6 rows").waitFor();
	});

	test("leads from a tenant to the pages of one's own account", async () => {
		const { page } = scene;
		await page.goto(`/a/${tenant}/devices`);
		await page.getByText("6 rows").waitFor();
		await page.keyboard.press("Control+k");
		await field().fill("grants");
		await page.getByRole("option", { name: /^Grants/ }).waitFor();
		await page.keyboard.press("Enter");
		await page.waitForURL(`**/a/${scene.accountId}/grants`);
	});

	test("finds elsewhere what the tenant one works in does not have", async () => {
		const { page } = scene;
		const other = await scene.call("POST", "/tenants", { name: "Beta Books" });
		await page.goto(`/a/${other.id}/devices`);
		await page.getByText("0 rows").waitFor();
		await page.keyboard.press("Control+k");
		await field().fill("core-switch");
		await page.getByRole("option", { name: /core-switch-1.*Acme/ }).waitFor();
		await page.keyboard.press("Escape");
	});

	test("by keyboard one goes on from the row that one left, and a double click opens a question once", async () => {
		const { page } = scene;
		await page.goto(`/a/${tenant}/devices`);
		await page.getByText("6 rows").waitFor();
		for (const key of ["j", "j", "j"]) await page.keyboard.press(key);
		const row = page.locator('tr[data-index="2"] a:focus');
		await row.waitFor();
		await page.keyboard.press("Enter");
		await page.waitForURL(/devices\/\d+$/);
		await page.locator("h1:focus").waitFor();
		await page.getByRole("button", { name: "Delete" }).dblclick();
		const question = page.getByRole("dialog");
		await question.waitFor();
		await question.getByRole("button", { name: "Cancel" }).click();
		await question.waitFor({ state: "detached" });
		await page.goBack();
		await page.locator("h1:focus").waitFor();
		await page.keyboard.press("j");
		await row.waitFor();
	});

	test("lists over all tenants ask for nothing that is refused", async () => {
		const { page } = scene;
		for (const noun of ["devices", "endpoints", "users", "keys", "audit"]) {
			await page.goto(`/a/all/${noun}`);
			await page.getByText(/\d rows?$/).waitFor();
			await page.waitForLoadState("networkidle");
		}
		const refused = await scene.call("GET", "/audit-events?outcome=refused");
		expect(refused.data).toEqual([]);
	});
});
