import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import { chromiumPath, signIn } from "../support/browser.ts";
import {
	acknowledge,
	callBySession,
	isInMemory,
	readSecret,
	runShown,
	statusOf,
} from "../support/console-keys.ts";
import { type ConsoleScene, openConsole } from "../support/console-scene.ts";
import { tokenFor } from "../support/people.ts";
import { personWithPassword } from "../support/person.ts";
import type { TestServer } from "../support/server.ts";

describe.skipIf(chromiumPath === undefined)(
	"tokens under their user, and limits",
	() => {
		let server: TestServer;
		let browser: ConsoleScene;
		let page: Page;
		let account: string;

		beforeAll(async () => {
			browser = await openConsole({ limits: { readsPerMinute: 40 } });
			({ server, page, accountId: account } = browser);
		});
		afterEach(() => browser.endTest());
		afterAll(() => browser?.stop());

		async function makeToken(name: string) {
			await page.getByRole("button", { name: "New token" }).first().click();
			const dialog = page.getByRole("dialog");
			await dialog
				.getByRole("textbox", { name: "Name", exact: true })
				.fill(name);
			await dialog.getByRole("button", { name: "Generate token" }).click();
			return readSecret(page);
		}

		test("promise N5: a personal token is made on one's own page, shown once, and listed there masked", async () => {
			await page.goto("/profile/tokens");
			const made = await makeToken("My laptop");
			expect(await runShown(made.lines.NetBird as string)).toMatchObject({
				status: 200,
			});
			await page.keyboard.press("Escape");
			await page.getByText("Tick this first").waitFor();
			await acknowledge(page);
			await page.getByRole("row", { name: /My laptop/ }).waitFor();
			expect(await page.content()).not.toContain(made.secret);
			await expect
				.poll(() => isInMemory(page, made.secret as string))
				.toBe(false);
			await expectAccessible(page);
		});

		test("promise N5: a service user's token is made on that user's page and acts for it", async () => {
			const robot = await server.call("POST", "/api/v1/users", {
				token: server.first.token,
				body: { kind: "service", name: "Robot", role: "operator" },
			});
			await page.goto(`/a/${account}/service-users/${robot.json.id}`);
			const made = await makeToken("Of the robot");
			const { body } = await runShown(made.lines.Reeve as string);
			expect(JSON.parse(body).user.name).toBe("Robot");
			await acknowledge(page);
			await page.getByRole("row", { name: /Of the robot/ }).waitFor();
		});

		test("promise O2: keys of a person are refused until an administrator turns API access on, and again once it is off", async () => {
			const person = await personWithPassword(server, "operator");
			const token = await tokenFor(server, account, person.id);
			expect(await statusOf(server, token)).toBe(403);
			await page.goto(`/a/${account}/users/${person.id}`);
			const access = page.getByRole("switch", { name: "API access" });
			await expect.poll(() => access.isChecked()).toBe(false);
			await page
				.getByText("Every key and token of this person is refused.")
				.waitFor();
			await access.click();
			await page.getByText("Keys of Some Body work now").first().waitFor();
			expect(await statusOf(server, token)).toBe(200);
			await access.click();
			await page
				.getByText("Keys of Some Body are refused now")
				.first()
				.waitFor();
			expect(await statusOf(server, token)).toBe(403);
		});

		test("promise O2: nobody turns on their own API access who may not", async () => {
			const person = await personWithPassword(server, "operator");
			const other = await browser.newContext();
			await signIn(other.page, person);
			await other.page.goto(`/a/${account}/users/${person.id}`);
			const access = other.page.getByRole("switch", { name: "API access" });
			await access.waitFor();
			await expect.poll(() => access.isDisabled()).toBe(true);
			expect(
				await callBySession(
					other.page,
					"PUT",
					`/users/${person.id}/api-access`,
					{ enabled: true },
				),
			).toEqual({ status: 403, reason: "role" });
		});

		test("promise O6: the page of limits shows each credential's budget, each operation's limit, and what was turned away", async () => {
			const { json: key } = await server.call("POST", "/api/v1/keys", {
				token: server.first.token,
				body: { kind: "api", name: "Busy loop" },
			});
			const statuses: number[] = [];
			for (let call = 0; call < 45; call++)
				statuses.push(await statusOf(server, key.token, "/api/v1/regions"));
			expect(statuses.filter((status) => status === 429)).toHaveLength(5);
			const usage = `/api/v1/keys/${key.id}/usage`;
			await expect
				.poll(
					async () => {
						const { token } = server.first;
						return (await server.call("GET", usage, { token })).json.limited;
					},
					{ interval: 1000 },
				)
				.toBe(5);
			await page.goto(`/a/${account}/limits?days=1`);
			await page.getByText(/5 more turned away by a limit/).waitFor();
			const row = page.getByRole("row", { name: /Busy loop/ });
			await row.getByRole("meter", { name: "Budget" }).waitFor();
			const cells = await row.getByRole("cell").allTextContents();
			expect(cells).toEqual(expect.arrayContaining(["40", "0", "5"]));
			const limits = page.getByRole("region", { name: "Limits by operation" });
			const regions = limits.getByRole("row", { name: /regions\.list/ });
			await regions.getByText("40", { exact: true }).waitFor();
			await page.getByText("Show as a table").first().click();
			await page.getByRole("region", { name: "Calls by hour" }).waitFor();
			await expectAccessible(page);
			await page.getByRole("button", { name: "31 days" }).click();
			await page.waitForURL(/days=31/);
			await row.getByRole("link").click();
			await page.getByRole("heading", { name: "Busy loop" }).waitFor();
			await page.getByText(/5 more turned away by a limit/).waitFor();
			await expectAccessible(page);
		});

		test.each(["keys", "keys/new", "limits"])(
			"the page %s is as narrow as a phone",
			async (path) => {
				await page.setViewportSize({ width: 360, height: 740 });
				await page.goto(`/a/${account}/${path}`);
				await page.getByRole("heading", { level: 1 }).waitFor();
				await page.waitForLoadState("networkidle");
				const beyond = await page.evaluate(
					"document.documentElement.scrollWidth - innerWidth",
				);
				expect(beyond).toBeLessThanOrEqual(0);
				await page.setViewportSize({ width: 1280, height: 800 });
			},
		);
	},
);
