import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { sql } from "../../src/db/index.ts";
import { expectAccessible } from "../support/accessible.ts";
import {
	chromiumPath,
	openBrowser,
	type ServerBrowser,
	signIn,
} from "../support/browser.ts";
import { movableClock } from "../support/clock.ts";
import { startTestServer, type TestServer } from "../support/server.ts";

const DAY_MS = 86_400_000;

/** What stands in the clear name of each line, with the rows that its list shows. */
type Lines = Record<string, string[]>;

describe.skipIf(chromiumPath === undefined)("the first page", () => {
	const clock = movableClock();
	let server: TestServer;
	let browser: ServerBrowser;
	let home: string;
	let acme: string;

	const api = async (method: string, path: string, body?: unknown) => {
		const { token } = server.first;
		const answer = await server.call(method, `/api/v1${path}`, { token, body });
		expect(answer.status, answer.text).toBeLessThan(300);
		return answer.json;
	};
	const made = (path: string, body: unknown, account = home) =>
		api("POST", `${path}?account=${account}`, body);
	const inDays = (days: number) =>
		new Date(clock.nowMs() + days * DAY_MS).toISOString();

	beforeAll(async () => {
		server = await startTestServer({ clock });
		home = server.first.accountId;
		await api("PATCH", "/account", {
			settings: { tenant_reach_mfa_enabled: false },
		});
		browser = await openBrowser(server);
		await signIn(browser.page, server.first);
	});
	afterEach(() => browser.endTest());
	afterAll(async () => {
		await browser?.close();
		await server?.stop();
	});

	const attention = () =>
		browser.page.getByRole("region", { name: "Needs attention" });

	/** Follows each line that there is and answers what its list shows then. */
	async function followAll(path: string): Promise<Lines> {
		const { page } = browser;
		await page.goto(path);
		const links = attention().locator("li > span:first-child a");
		await links.first().waitFor();
		const lines: Lines = {};
		for (const words of await links.allInnerTexts()) {
			await page.goto(path);
			await attention().getByRole("link", { name: words, exact: true }).click();
			await page.getByRole("button", { name: /^Only .*: show all$/ }).waitFor();
			await page
				.getByRole("status")
				.getByText(/^\d+ rows?$/)
				.waitFor();
			const names = page.locator('[role="row"] a, tbody th a, tbody td a');
			lines[words] = (await names.allInnerTexts()).sort();
		}
		return lines;
	}

	test("a new server shows its first steps; facts tick them off, and they can be dismissed", async () => {
		const { page } = browser;
		await page.goto(`/a/${home}`);
		const step = (name: string) =>
			page.getByRole("listitem").filter({ hasText: name });
		await step("Add a tenant (to do)").waitFor();
		await step("Protect your sign-in (to do)").waitFor();
		await page
			.getByText("Nothing needs attention")
			.or(attention().getByRole("list").first())
			.waitFor();
		acme = (await made("/tenants", { name: "Acme" })).id;
		await made("/users", {
			email: "lisa@provider.test",
			name: "Lisa",
			role: "auditor",
		});
		await page.reload();
		await step("Add a tenant (done)").waitFor();
		await step("Invite a colleague (done)").waitFor();
		await step("Protect your sign-in (to do)").waitFor();
		await expectAccessible(page);
		await page.getByRole("button", { name: "Dismiss the first steps" }).click();
		await page.getByRole("region", { name: "Refused calls" }).waitFor();
		await page.reload();
		await page.getByRole("region", { name: "Refused calls" }).waitFor();
		expect(await page.getByText("First steps").count()).toBe(0);
	});

	test("a tenant without trouble is told so", async () => {
		const { page } = browser;
		await page.goto(`/a/${acme}`);
		await page.getByText("Nothing needs attention").waitFor();
		await expectAccessible(page);
	});

	test("each kind of attention appears with its count, and its link shows exactly those", async () => {
		await fill();
		const inAcme = await followAll(`/a/${acme}`);
		expect(inAcme).toMatchObject({
			"2 devices are critical": ["core-1", "core-2"],
			"1 device has trouble": ["edge-1"],
			"1 setup key has expired": ["Old roll-out"],
			"1 setup key expires within 14 days": ["New roll-out"],
			"1 key has expired": ["Past"],
			"1 key expires within 14 days": ["Soon"],
		});
		const atHome = await followAll(`/a/${home}`);
		expect(atHome).toMatchObject({
			"1 tenant is suspended": ["Closed"],
			"1 tenant has a domain to verify": ["Pending"],
		});
		expect(Object.keys(atHome).join()).not.toMatch(/device/);
	});

	test("over all tenants it is the lines of all of them, the worst first, each with its account", async () => {
		const { page } = browser;
		await page.goto("/a/all");
		const lines = attention().getByRole("listitem");
		await lines.first().waitFor();
		const texts = await lines.allInnerTexts();
		expect(texts[0]).toMatch(/2 devices are critical.*Acme.*core-1.*since/s);
		expect(texts.join("\n")).toMatch(/1 tenant is suspended.*Provider/s);
		const shown = await page.locator("h3").allInnerTexts();
		expect(shown.slice(0, 3).map((text) => text.split("\n")[0])).toEqual([
			"Critical",
			"Warnings",
			"To know",
		]);
		await page.getByRole("link", { name: /^Devices.*3/ }).waitFor();
		await expectAccessible(page);
		await page.getByRole("link", { name: "core-1" }).click();
		await page.waitForURL(new RegExp(`/a/${acme}/devices/`));
		await page.getByRole("heading", { name: "core-1", level: 1 }).waitFor();
	});

	test("it asks at most four calls, and fits a small phone", async () => {
		const { page } = browser;
		const asked: string[] = [];
		page.on("request", (request) => {
			const { pathname } = new URL(request.url());
			if (/^\/api\/v1\/(?!whoami|sign-in)/.test(pathname)) asked.push(pathname);
		});
		await page.setViewportSize({ width: 360, height: 740 });
		await page.goto("/a/all");
		await attention().getByRole("listitem").first().waitFor();
		await page.waitForLoadState("networkidle");
		expect(asked.sort()).toEqual([
			"/api/v1/account/totals",
			"/api/v1/attention",
			"/api/v1/audit-events",
			"/api/v1/limits/history",
		]);
		const wide = await page.evaluate(
			"document.documentElement.scrollWidth > innerWidth",
		);
		expect(wide).toBe(false);
		await page.setViewportSize({ width: 1280, height: 800 });
	});

	/** Trouble of every kind that the API lets one make; how devices are, nothing but a probe can say. */
	async function fill() {
		for (const [name, status] of [
			["core-1", 1],
			["core-2", 1],
			["edge-1", 2],
		] as const) {
			const { id } = await made("/devices", { name }, acme);
			await server.server.database.transaction([acme], (tx) =>
				tx.query(sql`update devices set status = ${status}, status_at = ${inDays(-2)}
					where account_id = ${acme} and id = ${id}`),
			);
		}
		for (const [name, days] of [
			["Old roll-out", 1],
			["New roll-out", 12],
			["Good", 300],
		] as const)
			await made(
				"/setup-keys",
				{ name, type: "reusable", expires_at: inDays(days) },
				acme,
			);
		const kind = "service";
		const robot = await made(
			"/users",
			{ kind, name: "Robot", role: "auditor" },
			acme,
		);
		for (const [name, days] of [
			["Past", 1],
			["Soon", 12],
			["Later", 300],
		] as const)
			await made(
				"/keys",
				{ kind, name, user_id: robot.id, expires_at: inDays(days) },
				acme,
			);
		const { id } = await made("/tenants", { name: "Closed" });
		await api("POST", `/tenants/${id}/suspend`);
		await made("/tenants", { name: "Pending", domain: "pending.test" });
		clock.offsetMs += 2 * DAY_MS;
		await signIn(browser.page, server.first);
	}
});
