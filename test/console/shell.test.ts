import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import {
	chromiumPath,
	openBrowser,
	type ServerBrowser,
	signIn,
} from "../support/browser.ts";
import { personWithPassword } from "../support/person.ts";
import { startTestServer, type TestServer } from "../support/server.ts";

/** What a page says into the console whose account is refused. */
const refused = /404|Error in route match|There is no such account|%o/;

/** A server whose owner reaches two tenants and signs in by password alone. */
async function startScene() {
	const server = await startTestServer();
	const call = (method: string, path: string, body?: unknown) =>
		server.call(method, `/api/v1${path}`, { token: server.first.token, body });
	const tenant = async (name: string) =>
		(await call("POST", "/tenants", { name })).json.id as string;
	await call("PATCH", "/account", {
		settings: { tenant_reach_mfa_enabled: false },
	});
	const tenants = {
		acme: await tenant("Acme Foods"),
		beta: await tenant("Beta Books"),
	};
	return { server, tenants, call };
}

describe.skipIf(chromiumPath === undefined)(
	"the console around its pages",
	() => {
		let server: TestServer;
		let scene: Awaited<ReturnType<typeof startScene>>;
		let browser: ServerBrowser;
		let page: Page;
		let home: string;

		beforeAll(async () => {
			scene = await startScene();
			server = scene.server;
			home = `/a/${server.first.accountId}`;
			browser = await openBrowser(server);
			page = browser.page;
			await signIn(page, server.first);
		});

		afterEach(() => browser.endTest());

		afterAll(async () => {
			await browser?.close();
			await server?.stop();
		});

		const heading = (name: string | RegExp) =>
			page.getByRole("heading", { level: 1, name });
		const band = () =>
			page.getByRole("region", { name: "Account you work in" });
		const switcher = () => page.getByLabel(/Switch account/);

		describe("signing in", () => {
			const address = async (visitor: Page, next: string) => {
				await visitor.goto(`/sign-in?next=${encodeURIComponent(next)}`);
				await visitor.getByLabel("E-mail address").fill(server.first.email);
				await visitor
					.getByLabel("Password", { exact: true })
					.fill(server.first.password);
				await visitor
					.getByRole("button", { name: "Sign in", exact: true })
					.click();
				await visitor.waitForURL(/\/a\//);
				return visitor.url().slice(server.url.length);
			};

			test("a page that asks for it leads to signing in and back, with its search", async () => {
				const { page: visitor } = await browser.newContext();
				await visitor.goto(`${home}/regions?search=lab`);
				await visitor.waitForURL(/\/sign-in\?/);
				const next = new URL(visitor.url()).searchParams.get("next") as string;
				expect(next).toBe(`${home}/regions?search=lab`);
				expect(await address(visitor, next)).toBe(next);
			});

			test.each([
				"//evil.example/",
				"/\\evil.example",
				"/.//evil.example",
				"/\t/evil.example",
				"https://evil.example/",
				"javascript:alert(1)",
				"/api/v1/whoami",
				"/sign-in",
			])("the way on never leads out of the console: %j", async (next) => {
				const { page: visitor } = await browser.newContext();
				expect(await address(visitor, next)).toBe(home);
				// Somebody who is signed in is led on at once, and no further either.
				await visitor.goto(`/sign-in?next=${encodeURIComponent(next)}`);
				await visitor.waitForURL(new RegExp(`${home}$`));
			});

			test("who signs out in one tab is signed out in the others, and nothing of the work is kept", async () => {
				const { context, page: one } = await browser.newContext();
				await signIn(one, server.first);
				const other = await context.newPage();
				await other.goto(`${home}/regions`);
				await other
					.getByRole("heading", { level: 1, name: "Regions" })
					.waitFor();
				await other.evaluate(
					"sessionStorage.setItem('reeve-bulk:a:b:c', '{}'); localStorage.length",
				);
				const cookies = await context.cookies();
				await one.getByRole("button", { name: "Your menu" }).click();
				await one.getByRole("menuitem", { name: "Sign out" }).click();
				for (const tab of [one, other]) {
					await tab.waitForURL(`${server.url}/sign-in`);
					await tab.getByLabel("E-mail address").waitFor();
				}
				expect(
					await other.evaluate("sessionStorage.getItem('reeve-bulk:a:b:c')"),
				).toBeNull();
				expect(await context.cookies()).toEqual([]);
				// The cookie that a thief kept is worth nothing.
				const stolenCookie = cookies.map(
					({ name, value }) => `${name}=${value}`,
				);
				const stolen = await server.call("GET", "/api/v1/whoami", {
					headers: { cookie: stolenCookie.join("; ") },
				});
				expect(stolen.status).toBe(401);
			});

			test("a session that ends in the middle of work leads to signing in and back to the page", async () => {
				const { page: visitor } = await browser.newContext();
				await signIn(visitor, server.first);
				await visitor.goto(`${home}/regions`);
				await visitor.getByLabel(/^Search/).waitFor();
				const sessions = await visitor.request.get("/api/v1/sessions");
				const { data } = await sessions.json();
				const own = data.find((one: { current: boolean }) => one.current);
				await signedInDelete(`/sessions/${own.id}`);
				await visitor.getByLabel(/^Search/).fill("lab");
				await visitor.waitForURL(/\/sign-in\?/);
				browser.forgive(/401/);
				const next = new URL(visitor.url()).searchParams.get("next");
				expect(next).toBe(`${home}/regions?search=lab`);
				await visitor.getByLabel("E-mail address").fill(server.first.email);
				await visitor
					.getByLabel("Password", { exact: true })
					.fill(server.first.password);
				await visitor
					.getByRole("button", { name: "Sign in", exact: true })
					.click();
				await visitor.waitForURL(`${server.url}${next}`);
				await expect
					.poll(() => visitor.getByLabel(/^Search/).inputValue())
					.toBe("lab");
			});

			/** Ends a session of the owner from their first window. */
			async function signedInDelete(path: string) {
				const state = await page.request.get("/api/v1/sign-in");
				const { csrf } = await state.json();
				const ended = await page.request.delete(`/api/v1${path}`, {
					headers: { "reeve-csrf": csrf },
				});
				expect(ended.status()).toBe(204);
			}
		});

		describe("switching the account", () => {
			test("a tenant found by its name is entered by keyboard, unmistakably, and left again", async () => {
				await page.goto(`${home}/regions`);
				await switcher().focus();
				await page.keyboard.press("Enter");
				const field = page.getByLabel("Find an account");
				await field.waitFor();
				await page.keyboard.type("acme");
				await page.getByRole("option", { name: /Acme Foods/ }).waitFor();
				await expect.poll(() => page.getByRole("option").count()).toBe(1);
				await page.keyboard.press("Enter");
				await page.waitForURL(`${server.url}/a/${scene.tenants.acme}/regions`);
				await band().getByText("Acme Foods").waitFor();
				await page.getByLabel("Account: Acme Foods. Switch account").waitFor();
				await band().getByRole("link", { name: "Leave" }).click();
				await page.waitForURL(`${server.url}${home}/regions`);
				await band().waitFor({ state: "detached" });
			});

			test("leaving a tenant leads back to the list one came from, as it was narrowed", async () => {
				await page.goto("/a/all/regions?search=lab");
				await switcher().click();
				await page.getByRole("option", { name: /Beta Books/ }).click();
				await band().getByText("Beta Books").waitFor();
				await page.getByRole("link", { name: "Devices", exact: true }).click();
				await heading("Devices").waitFor();
				await band().getByRole("link", { name: "Leave" }).click();
				await page.waitForURL(`${server.url}/a/all/regions?search=lab`);

				await page.goto(`/a/${scene.tenants.beta}/devices`);
				await band().getByRole("link", { name: "Leave" }).click();
				await page.waitForURL(`${server.url}${home}`);
			});

			test("by mouse one goes from tenant to tenant, keeping the page, and to all of them", async () => {
				await page.goto(`/a/${scene.tenants.acme}/regions`);
				await switcher().click();
				await page.getByRole("option", { name: /Beta Books/ }).click();
				await page.waitForURL(`${server.url}/a/${scene.tenants.beta}/regions`);
				await band().getByText("Beta Books").waitFor();
				await switcher().click();
				await page.getByRole("option", { name: /All tenants/ }).click();
				await page.waitForURL(`${server.url}/a/all/regions`);
				await band().waitFor({ state: "detached" });
				await heading("Regions").waitFor();
			});

			test.each(["999999999", "nobody", "1%27"])(
				"an account that is not there or not yours is not found: %s",
				async (account) => {
					await page.goto(`/a/${account}/regions`);
					await page.getByText("Not found", { exact: true }).first().waitFor();
					await page.getByRole("link", { name: "Go to the start" }).click();
					await page.waitForURL(`${server.url}${home}`);
					if (account === "999999999") browser.forgive(refused);
				},
			);

			test("somebody of a tenant has nothing to switch to, and another tenant is not found", async () => {
				const tess = await personWithPassword(
					server,
					"operator",
					scene.tenants.acme,
				);
				const { page: theirs } = await browser.newContext();
				await signIn(theirs, tess);
				expect(theirs.url()).toBe(`${server.url}/a/${scene.tenants.acme}`);
				await theirs.goto(`/a/${scene.tenants.beta}/regions`);
				await theirs.getByText("Not found", { exact: true }).first().waitFor();
				expect(await theirs.content()).not.toContain("Beta Books");
				browser.forgive(refused);
			});
		});

		describe("by keyboard", () => {
			test("the palette goes to a page and to another account", async () => {
				await page.goto(home);
				await heading("Provider").waitFor();
				await page.keyboard.press("Control+k");
				await page.getByLabel("Go to a page or an account").fill("regi");
				await page.getByRole("option", { name: /^Regions/ }).waitFor();
				await page.keyboard.press("Enter");
				await page.waitForURL(`${server.url}${home}/regions`);
				await heading("Regions").waitFor();
				await page.keyboard.press("Control+k");
				await page.getByLabel("Go to a page or an account").fill("beta");
				await page.getByRole("option", { name: /Beta Books/ }).waitFor();
				await page.keyboard.press("Enter");
				await page.waitForURL(`${server.url}/a/${scene.tenants.beta}/regions`);
			});

			test("a stroke searches, ? lists the shortcuts, Escape closes and gives the focus back", async () => {
				await page.goto(`${home}/regions`);
				const search = page.getByLabel(/^Search/);
				await search.waitFor();
				await page.keyboard.press("/");
				await page.locator("[data-page-search] input:focus").waitFor();
				await page.keyboard.type("a/?");
				await expect.poll(() => search.inputValue()).toBe("a/?");
				await switcher().focus();
				await page.keyboard.press("?");
				const list = page.getByRole("dialog", { name: "Keyboard shortcuts" });
				await list.waitFor();
				await page.keyboard.press("Escape");
				await list.waitFor({ state: "detached" });
				await page.locator("[aria-label*='Switch account']:focus").waitFor();
			});

			test("another page takes the focus to its heading and names itself", async () => {
				await page.goto(home);
				await page.getByRole("link", { name: "Regions" }).focus();
				await page.keyboard.press("Enter");
				await heading("Regions").waitFor();
				await page.locator("h1:focus").waitFor();
				expect(await page.title()).toBe("Regions · Reeve");
			});
		});

		describe("when something is missing", () => {
			test("an address without a page says so", async () => {
				await page.goto(`${home}/no-such-page`);
				await page.getByText("There is no such page").waitFor();
				await page.getByRole("link", { name: "Go to the start" }).click();
				await heading("Provider").waitFor();
			});

			test("a mistyped number is no page, and a thing is looked for in one account", async () => {
				await page.goto(`${home}/regions/12x`);
				await page.getByText("There is no such page").waitFor();
				await page.goto("/a/all/regions/12");
				await page.getByText("Choose an account").waitFor();
			});

			test("a page whose script cannot be had says so, and comes when the page is loaded anew", async () => {
				const { context, page: visitor } = await browser.newContext();
				await signIn(visitor, server.first);
				await context.route(/\/assets\/regions-page/, (route) => route.abort());
				await visitor.goto(`${home}/regions`);
				await visitor.getByText("This page could not be loaded").waitFor();
				browser.forgive(
					/ERR_FAILED|dynamically imported|Error in route match|%o/,
				);
				await context.unroute(/\/assets\/regions-page/);
				await visitor.getByRole("button", { name: "Reload the page" }).click();
				await visitor
					.getByRole("heading", { level: 1, name: "Regions" })
					.waitFor();
			});

			test("without a network the page says so, and no longer when it is back", async () => {
				await page.goto(`${home}/regions`);
				await heading("Regions").waitFor();
				await page.context().setOffline(true);
				await page.getByText(/You are offline/).waitFor();
				await page.context().setOffline(false);
				await page.getByText(/You are offline/).waitFor({ state: "detached" });
			});

			test("a page that is opened without a network is missed in its place, and comes with the network", async () => {
				await page.goto(`${home}/regions`);
				await heading("Regions").waitFor();
				await page.context().setOffline(true);
				await page.getByRole("link", { name: "Policies", exact: true }).click();
				await page.getByText("This page could not be loaded").waitFor();
				await switcher().waitFor();
				browser.forgive(
					/ERR_INTERNET_DISCONNECTED|dynamically imported|Error in route match|%o/,
				);
				await page.context().setOffline(false);
				await heading("Policies").waitFor();
			});

			test("what somebody may no longer do is no longer offered once the server refused it", async () => {
				const person = await personWithPassword(server, "admin");
				const { page: visitor } = await browser.newContext();
				await signIn(visitor, person);
				await visitor.goto(`${home}/regions`);
				const create = visitor
					.getByRole("button", { name: "New region" })
					.first();
				await create.click();
				const changed = await scene.call("PATCH", `/users/${person.id}`, {
					role: "auditor",
				});
				expect(changed.status, changed.text).toBe(200);
				await visitor.getByLabel("Name", { exact: true }).fill("Late");
				await visitor.getByRole("button", { name: "Create region" }).click();
				await visitor.getByText("You may not do this").first().waitFor();
				browser.forgive(/403/);
				await visitor.keyboard.press("Escape");
				await create.waitFor({ state: "detached" });
			});
		});
	},
);
