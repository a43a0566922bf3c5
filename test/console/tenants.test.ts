import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import {
	chromiumPath,
	openBrowser,
	type ServerBrowser,
	signIn,
} from "../support/browser.ts";
import { makePerson, type Person } from "../support/people.ts";
import { pickOption } from "../support/pick-option.ts";
import { addRootAccount } from "../support/provider.ts";
import { startTestServer, type TestServer } from "../support/server.ts";

describe.skipIf(chromiumPath === undefined)("the pages of tenants", () => {
	let server: TestServer;
	let browser: ServerBrowser;
	let page: Page;
	let home: string;
	let group: string;
	let member: Person;
	let stranger: Person;

	const call = (
		method: string,
		path: string,
		body?: unknown,
		token: string = server.first.token,
	) => server.call(method, `/api/v1${path}`, { token, body });

	beforeAll(async () => {
		server = await startTestServer();
		home = `/a/${server.first.accountId}`;
		await call("PATCH", "/account", {
			settings: { tenant_reach_mfa_enabled: false },
		});
		group = (await call("POST", "/groups", { name: "Technicians" })).json.id;
		member = await makePerson(server, { role: "user", groups: [group] });
		stranger = await makePerson(server, { role: "user" });
		browser = await openBrowser(server);
		page = browser.page;
		await signIn(page, server.first);
	});

	afterEach(() => browser.endTest());

	afterAll(async () => {
		await browser?.close();
		await server?.stop();
	});

	const heading = (name: string) =>
		page.getByRole("heading", { level: 1, name, exact: true });
	const button = (name: string) =>
		page.getByRole("button", { name, exact: true });
	const choice = (name: string | RegExp) => page.getByRole("option", { name });
	const dialog = () => page.getByRole("dialog");

	async function act(name: string) {
		await button("Actions").click();
		await page.getByRole("menuitem", { name, exact: true }).click();
	}

	async function makeTenant(name: string): Promise<string> {
		return (await call("POST", "/tenants", { name })).json.id;
	}

	async function openTenant(id: string, name: string) {
		await page.goto(`${home}/tenants/${id}`);
		await heading(name).waitFor();
	}

	test("a tenant made in the page with a grant is reached by the group's people, and is not there for others", async () => {
		await page.goto(`${home}/tenants`);
		await page.getByRole("link", { name: "New tenant" }).first().click();
		await heading("New tenant").waitFor();
		await button("Create tenant").click();
		await page.getByText("Give it a name.").waitFor();
		await page.getByLabel("Name", { exact: true }).fill("Acme Foods");
		await page.getByLabel("Seats").fill("25");
		await page
			.getByRole("combobox", { name: /Groups that reach it/ })
			.fill("Tech");
		await pickOption(page, "Technicians");
		await page.keyboard.press("Tab");
		await page.getByRole("combobox", { name: "Role of Technicians" }).click();
		await choice(/^Auditor/).click();
		await expectAccessible(page);
		await button("Create tenant").click();
		await heading("Acme Foods").waitFor();
		const id = /tenants\/(\d+)$/.exec(page.url())?.[1] ?? "";
		const made = await call("GET", `/tenants/${id}`);
		expect(made.json).toMatchObject({ name: "Acme Foods", seats: 25 });
		expect(
			made.json.groups.map((one: { group_name: string; role: string }) => [
				one.group_name,
				one.role,
			]),
		).toEqual([
			["Administrators", "admin"],
			["Technicians", "auditor"],
		]);
		const reading = `/groups?account=${id}`;
		expect((await call("GET", reading, undefined, member.token)).status).toBe(
			200,
		);
		expect((await call("GET", reading, undefined, stranger.token)).status).toBe(
			404,
		);
	});

	test("what is done after going into a tenant stands in its own log, marked External", async () => {
		const id = await makeTenant("Beta Books");
		const owner = await makePerson(server, { role: "admin", account: id });
		await openTenant(id, "Beta Books");
		await page.getByRole("link", { name: "Go into this tenant" }).click();
		const band = page.getByRole("region", { name: "Account you work in" });
		await band.getByText("Beta Books").waitFor();
		await page.getByRole("link", { name: "Groups", exact: true }).click();
		await button("New group").first().click();
		await dialog().getByLabel("Name", { exact: true }).fill("Tills");
		await dialog().getByRole("button", { name: "Create group" }).click();
		await heading("Tills").waitFor();
		await page.getByRole("tab", { name: "History" }).click();
		await page.getByText("External", { exact: true }).first().waitFor();
		const log = await call(
			"GET",
			"/audit-events?external=true",
			undefined,
			owner.token,
		);
		expect(log.json.data[0]).toMatchObject({
			operation: "groups.create",
			external: true,
			account_id: id,
			target: { type: "group", name: "Tills" },
			actor: { email: server.first.email },
		});
		await band.getByRole("link", { name: "Leave" }).click();
		await page.waitForURL(new RegExp(`${home}/tenants/${id}$`));
		await heading("Beta Books").waitFor();
		const inside = page.getByRole("region", {
			name: "What you and yours did inside",
		});
		await inside.getByText("groups.create").waitFor();
	});

	test("suspending stops every call at once, and resuming lets them in again", async () => {
		const id = await makeTenant("Corner Bakery");
		const owner = await makePerson(server, { role: "admin", account: id });
		const status = async () =>
			(await call("GET", "/account", undefined, owner.token)).status;
		expect(await status()).toBe(200);
		await openTenant(id, "Corner Bakery");
		await act("Suspend…");
		await dialog().getByLabel("Why?").fill("The invoice of May");
		await dialog().getByRole("button", { name: "Suspend" }).click();
		await page.getByText("Suspended: nobody may work in it").waitFor();
		expect(await status()).toBe(403);
		expect(await page.getByRole("link", { name: "Go into" }).count()).toBe(0);
		await expectAccessible(page);
		const [event] = (
			await call("GET", "/audit-events?operation=tenants.suspend&limit=1")
		).json.data;
		expect(event.reason).toBe("The invoice of May");
		await button("Resume").click();
		await page.getByText("Corner Bakery is active again").first().waitFor();
		expect(await status()).toBe(200);
	});

	test("deleting a tenant says what goes, wants its name typed, and takes it at once", async () => {
		const id = await makeTenant("Delta Dental");
		const owner = await makePerson(server, { role: "admin", account: id });
		await openTenant(id, "Delta Dental");
		await act("Delete…");
		await dialog().getByText("1 person, with their keys").waitFor();
		const remove = dialog().getByRole("button", { name: "Delete tenant" });
		await expect.poll(() => remove.isDisabled()).toBe(true);
		await dialog().getByRole("textbox").fill("delta dental");
		await expect.poll(() => remove.isDisabled()).toBe(true);
		await expectAccessible(page);
		await dialog().getByRole("textbox").fill("Delta Dental");
		await remove.click();
		await heading("Tenants").waitFor();
		expect((await call("GET", `/tenants/${id}`)).status).toBe(404);
		expect((await call("GET", "/account", undefined, owner.token)).status).toBe(
			401,
		);
	});

	test("a group is granted on several tenants from their list, and a grant is changed and ended", async () => {
		const [east, west] = [
			await makeTenant("East Mill"),
			await makeTenant("West Mill"),
		];
		await page.goto(`${home}/tenants?search=mill`);
		for (const name of ["East Mill", "West Mill"])
			await page
				.getByRole("row", { name: new RegExp(name) })
				.getByRole("checkbox")
				.click();
		await button("Grant 2").click();
		await dialog().getByRole("combobox", { name: "Group" }).fill("Tech");
		await choice("Technicians").click();
		await dialog().getByRole("button", { name: "Go on" }).click();
		await dialog().getByRole("button", { name: "Grant 2 tenants" }).click();
		await dialog().getByText("2 done.").waitFor();
		await dialog().getByRole("button", { name: "Close" }).first().click();
		const reach = async (id: string | undefined) =>
			(await call("GET", `/devices?account=${id}`, undefined, member.token))
				.status;
		expect([await reach(east), await reach(west)]).toEqual([200, 200]);
		await page.goto(`${home}/groups/${group}?tab=tenants&search=East`);
		await page.getByRole("button", { name: "East Mill", exact: true }).click();
		await dialog()
			.getByRole("radio", { name: /^Billing/ })
			.click();
		await dialog().getByRole("button", { name: "Save" }).click();
		await page.getByRole("row", { name: /Billing/ }).waitFor();
		expect(await reach(east)).toBe(403);
		await page.getByRole("button", { name: /^More for Technicians/ }).click();
		await page.getByRole("menuitem", { name: "End…" }).click();
		await dialog().getByRole("button", { name: "End grant" }).click();
		await page.getByText("Nothing matches").waitFor();
		expect(await reach(east)).toBe(404);
		await expectAccessible(page);
	});

	test("a tenant's data are changed in the page, and a faster change is not overwritten", async () => {
		const id = await makeTenant("Elm School");
		await page.goto(`${home}/tenants/${id}/edit`);
		await page.getByLabel("City").fill("Austin");
		await call("PATCH", `/tenants/${id}`, { seats: 7 });
		await button("Save").click();
		await page.getByText("Changed by somebody else meanwhile").waitFor();
		browser.forgive(/412/);
		await button("Reload").click();
		await page.getByLabel("Seats").and(page.locator('[value="7"]')).waitFor();
		await page.getByLabel("City").fill("Austin");
		await button("Save").click();
		await heading("Elm School").waitFor();
		const { json } = await call("GET", `/tenants/${id}`);
		expect([json.seats, json.city]).toEqual([7, "Austin"]);
	});

	test("a domain that is not proven shows its record, and the check says what it found", async () => {
		const made = await call("POST", "/tenants", {
			name: "Fern Florist",
			domain: "fern.invalid",
		});
		await openTenant(made.json.id, "Fern Florist");
		await page
			.getByText(`reeve-verification=${made.json.dns_challenge}`)
			.waitFor();
		await button("Check now").click();
		await page.getByText("The record is not there yet").waitFor();
		await expectAccessible(page);
	});

	test("an account that has the domain is invited, sees who asks, and accepts", async () => {
		const domain = "gull.test";
		const other = await addRootAccount(server, "standalone", {
			name: "Gull Garage",
			domain,
		});
		const made = await call("POST", "/tenants", {
			name: "Gull Garage",
			domain,
		});
		expect(made.json.status).toBe("existing");
		await openTenant(made.json.id, "Gull Garage");
		await button("Invite").click();
		await page.getByText("Waiting for its owner").waitFor();
		const owner = await ownerWithPassword(other.owner.token, domain);
		const theirs = await browser.newContext();
		await signIn(theirs.page, owner);
		await theirs.page
			.getByText("Provider asks to look after Gull Garage")
			.waitFor();
		await expectAccessible(theirs.page);
		await theirs.page.getByRole("button", { name: "Accept" }).click();
		await theirs.page
			.getByRole("dialog")
			.getByRole("button", { name: "Accept" })
			.click();
		await theirs.page
			.getByText("Provider asks to look after Gull Garage")
			.waitFor({ state: "detached" });
		const joined = await call("GET", `/tenants/${made.json.id}`);
		expect(joined.json.status).not.toBe("invited");
		expect((await call("GET", `/groups?account=${made.json.id}`)).status).toBe(
			200,
		);
	});

	/** Hands an account on to somebody new who signs in by password. */
	async function ownerWithPassword(token: string, domain: string) {
		const email = `gina@${domain}`;
		const body = { email, name: "Gina Gull", role: "admin" };
		const { id, password } = (await call("POST", "/users", body, token)).json;
		await call("POST", `/users/${id}/transfer-ownership`, {}, token);
		return { email, password: password as string };
	}
});
