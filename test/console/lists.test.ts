import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { sql } from "../../src/db/index.ts";
import { expectAccessible } from "../support/accessible.ts";
import {
	chromiumPath,
	openBrowser,
	type ServerBrowser,
	signIn,
} from "../support/browser.ts";
import { startTestServer, type TestServer } from "../support/server.ts";

const WRITES_PER_MINUTE = 60;

describe.skipIf(chromiumPath === undefined)("lists", () => {
	let server: TestServer;
	let browser: ServerBrowser;
	let page: Page;
	let home: string;

	beforeAll(async () => {
		server = await startTestServer({
			limits: { writesPerMinute: WRITES_PER_MINUTE },
		});
		home = `/a/${server.first.accountId}`;
		await addRegions("Row", 500);
		browser = await openBrowser(server);
		page = browser.page;
		await signIn(page, server.first);
	});

	afterEach(() => browser.endTest());

	afterAll(async () => {
		await browser?.close();
		await server?.stop();
	});

	async function addRegions(prefix: string, count: number) {
		const { accountId } = server.first;
		await server.server.database.transaction([accountId], (tx) =>
			tx.query(sql`insert into regions (account_id, name)
				select ${accountId}, ${prefix} || ' ' || lpad(n::text, 4, '0')
				from generate_series(1, ${count}) n`),
		);
	}

	async function countOf(prefix: string): Promise<number> {
		const path = `/api/v1/regions?search=${prefix}&count=true&limit=1`;
		const { token } = server.first;
		return (await server.call("GET", path, { token })).json.total;
	}

	const link = (name: string, on = page) => on.getByRole("link", { name });
	const open = async (query: string) => {
		await page.goto(`${home}/regions?${query}`);
		await page.getByRole("table", { name: "Regions" }).waitFor();
	};
	/** Where the list's own box is scrolled to. */
	const scrolled = () =>
		page.evaluate(
			"document.querySelector('main table').parentElement.scrollTop",
		) as Promise<number>;

	test("search and sort stand in the address, and the way back leads to the row one came from", async () => {
		await open("sort=-name");
		await link("Row 0500").waitFor();
		await page.getByRole("button", { name: "Name", exact: true }).click();
		await page.waitForURL(/\/regions$/);
		await page.getByRole("button", { name: "Name", exact: true }).click();
		await page.waitForURL(/sort=name$/);
		await link("Row 0001").waitFor();
		await page.evaluate(
			"document.querySelector('main table').parentElement.scrollTop = 4000",
		);
		await link("Row 0108").click();
		await page.getByRole("heading", { level: 1, name: "Row 0108" }).waitFor();
		await page.goBack();
		await link("Row 0108").waitFor();
		expect(await scrolled()).toBe(4000);
		await page.getByLabel(/^Search/).fill("Row 03");
		await page.waitForURL(/search=Row/);
		await link("Row 0300").waitFor();
		expect(await scrolled()).toBe(0);
		await page.getByText("100 rows").waitFor();
	});

	test("a row opens by a press anywhere on it, and in a tab of its own by the middle button", async () => {
		await open("search=Row+0&sort=name");
		const row = page.getByRole("row").filter({ has: link("Row 0003") });
		const place = row.getByRole("cell").nth(2);
		const [tab] = await Promise.all([
			page.context().waitForEvent("page"),
			place.click({ button: "middle" }),
		]);
		await tab.getByRole("heading", { level: 1, name: "Row 0003" }).waitFor();
		const [other] = await Promise.all([
			page.context().waitForEvent("page"),
			place.click({ modifiers: ["Control"] }),
		]);
		await other.getByRole("heading", { level: 1, name: "Row 0003" }).waitFor();
		expect(page.url()).toMatch(/regions\?search=Row\+0&sort=name$/);
		await place.click();
		await page.getByRole("heading", { level: 1, name: "Row 0003" }).waitFor();
	});

	test("rows are walked, chosen and opened by keyboard alone", async () => {
		await open("search=Row&sort=name");
		await link("Row 0001").waitFor();
		await page.keyboard.press("j");
		await page.locator("[data-row-link]:focus", { hasText: "0001" }).waitFor();
		await page.keyboard.press("ArrowDown");
		await page.locator("[data-row-link]:focus", { hasText: "0002" }).waitFor();
		await page.keyboard.press("x");
		await page.keyboard.press("ArrowDown");
		await page.keyboard.press("ArrowDown");
		await page.keyboard.press("Shift+X");
		await page.getByText("3 chosen").waitFor();
		await expectAccessible(page);
		await page.keyboard.press("Escape");
		await page.getByText("3 chosen").waitFor({ state: "detached" });
		await page.keyboard.press("End");
		await page.locator("[data-row-link]:focus", { hasText: "0200" }).waitFor();
		await page.keyboard.press("Enter");
		await page.getByRole("heading", { level: 1, name: "Row 0200" }).waitFor();
	});

	/** Chooses everything that matches, and deletes it as far as the button that does. */
	async function beginDeletion(prefix: string, count: number) {
		await open(`search=${prefix}&sort=name`);
		await page.getByText(`${count} rows`).waitFor();
		await page.getByLabel("Choose all rows read so far").click();
		await page.getByRole("button", { name: `Delete ${count}` }).click();
		const ask = page.getByRole("dialog", {
			name: `Delete ${count} regions?`,
		});
		await ask.waitFor();
		await expectAccessible(page);
		await ask.getByRole("button", { name: `Delete ${count} regions` }).click();
	}

	test("a long deletion waits as the server asks, survives a reload, and deletes each thing once", async () => {
		const count = WRITES_PER_MINUTE + 12;
		await addRegions("Doomed", count);
		await beginDeletion("Doomed", count);
		await page.getByText(/The server asks to wait \d+ s/).waitFor();
		browser.forgive(/429/);
		const left = await countOf("Doomed");
		expect(left).toBeGreaterThan(0);
		expect(left).toBeLessThan(count);
		await page.reload();
		await page.getByText("Deleting regions was interrupted").waitFor();
		await page.getByText(`${left} of ${count} are left`).waitFor();
		await expectAccessible(page);
		await page.getByRole("button", { name: "Go on" }).click();
		await page
			.getByRole("dialog", { name: "Done", exact: true })
			.waitFor({ timeout: 80_000 });
		await page.getByText(`${count} done.`).waitFor();
		expect(await countOf("Doomed")).toBe(0);
		await page.getByRole("button", { name: "Close" }).last().click();
		await page.reload();
		await page.getByText("Nothing matches").waitFor();
		expect(await page.getByText(/was interrupted/).count()).toBe(0);
	});

	test("what stands against a deletion is said of each thing, and the others are deleted", async () => {
		await addRegions("Mixed", 3);
		const { token } = server.first;
		const { json } = await server.call("GET", "/api/v1/regions?search=Mixed", {
			token,
		});
		const probe = await server.call("POST", "/api/v1/probes", {
			token,
			body: { name: "Holder", region_id: json.data[1].id },
		});
		expect(probe.status, probe.text).toBe(201);
		await beginDeletion("Mixed", 3);
		await page
			.getByRole("dialog", { name: "Done, with exceptions" })
			.waitFor({ timeout: 70_000 });
		browser.forgive(/409|429/);
		await page.getByText("The region holds 1 probes and 0 devices.").waitFor();
		await page.getByText("2 done, 1 failed.").waitFor();
		await expectAccessible(page);
		expect(await countOf("Mixed")).toBe(1);
	});
});
