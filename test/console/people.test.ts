import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import {
	chromiumPath,
	openBrowser,
	type ServerBrowser,
	signIn,
} from "../support/browser.ts";
import { callBySession } from "../support/console-keys.ts";
import { personWithPassword } from "../support/person.ts";
import { startTestServer, type TestServer } from "../support/server.ts";

const PASSWORD = "A-brand-new-password-1";

import { pickOption } from "../support/pick-option.ts";

describe.skipIf(chromiumPath === undefined)("the pages of people", () => {
	let server: TestServer;
	let browser: ServerBrowser;
	let page: Page;
	let home: string;

	const call = (method: string, path: string, body?: unknown) =>
		server.call(method, `/api/v1${path}`, {
			token: server.first.token,
			body,
		});

	beforeAll(async () => {
		server = await startTestServer({ kind: "standalone" });
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

	const heading = (name: string, on = page) =>
		on.getByRole("heading", { level: 1, name, exact: true });
	const dialog = (on = page) => on.getByRole("dialog");
	const press = (name: string, on = page) =>
		dialog(on).getByRole("button", { name, exact: true }).click();

	async function act(id: string, name: string) {
		await page.goto(`${home}/users/${id}`);
		await page.getByRole("button", { name: "Actions", exact: true }).click();
		await page.getByRole("menuitem", { name, exact: true }).click();
	}

	async function signedIn(role: string) {
		const person = await personWithPassword(server, role);
		const theirs = await browser.newContext();
		await signIn(theirs.page, person);
		return { person, ...theirs };
	}

	/** Whether a dialog with a secret, once closed, leaves nothing of it on the page. */
	async function takeSecretOnce(): Promise<string> {
		await dialog().getByText("Shown only now").waitFor();
		const secret = (await dialog().locator("code").first().textContent()) ?? "";
		await page.keyboard.press("Escape");
		await dialog().getByText("Shown only now").waitFor();
		await dialog().getByRole("checkbox").click();
		await press("Close");
		await dialog().waitFor({ state: "detached" });
		expect(await page.content()).not.toContain(secret);
		return secret;
	}

	test("a person who is invited opens the link elsewhere, chooses a password and is in, with the role that was given", async () => {
		await page.goto(`${home}/users`);
		await page
			.getByRole("button", { name: "Invite a person", exact: true })
			.click();
		await press("Invite");
		await dialog().getByText("Give an e-mail address.").waitFor();
		await dialog().getByLabel("E-mail address").fill("ned@provider.test");
		await dialog().getByLabel("Name", { exact: true }).fill("Ned Newcomer");
		await dialog().getByRole("combobox", { name: "Role" }).click();
		await page.getByRole("option", { name: /^Operator/ }).click();
		await expectAccessible(page);
		await press("Invite");
		const link = await takeSecretOnce();
		await page.goto(`${home}/invitations`);
		await page.getByRole("row", { name: /Ned Newcomer.*Open/ }).waitFor();
		await expectAccessible(page);
		const theirs = await browser.newContext();
		await theirs.page.goto(link);
		await theirs.page.getByLabel("Password", { exact: true }).fill(PASSWORD);
		await theirs.page.getByRole("button", { name: "Join" }).click();
		await theirs.page.waitForURL(/\/a\/\d+/);
		await page.goto(`${home}/users?search=ned`);
		await page
			.getByRole("row", { name: /Ned Newcomer.*Operator.*Active/ })
			.waitFor();
	});

	test("an operator sees no management of users, and direct calls by that session are refused", async () => {
		const { page: theirs, person } = await signedIn("operator");
		await theirs.goto(`${home}/users`);
		await theirs.getByRole("row", { name: /Olive Owner/ }).waitFor();
		for (const name of ["Invite a person", "Create"])
			expect(
				await theirs.getByRole("button", { name, exact: true }).count(),
			).toBe(0);
		expect(await theirs.getByRole("checkbox").count()).toBe(0);
		await theirs.getByRole("link", { name: "Olive Owner" }).click();
		await heading("Olive Owner", theirs).waitFor();
		expect(await theirs.getByRole("button", { name: "Actions" }).count()).toBe(
			0,
		);
		const own = `/users/${person.id}`;
		for (const [method, path, body] of [
			["PATCH", own, { role: "admin" }],
			["POST", "/users", { email: "x@y.test", name: "X", role: "user" }],
			["POST", "/user-invites", { email: "x@y.test", name: "X", role: "user" }],
			["PUT", `${own}/api-access`, { enabled: true }],
			["DELETE", own, undefined],
		] as const)
			expect((await callBySession(theirs, method, path, body)).status).toBe(
				403,
			);
	});

	test("a changed role shows and hides what may be done, at once", async () => {
		const { page: theirs, person } = await signedIn("auditor");
		await theirs.goto(`${home}/groups`);
		await heading("Groups", theirs).waitFor();
		const create = theirs.getByRole("button", { name: "New group" });
		expect(await create.count()).toBe(0);
		await act(person.id, "Edit…");
		await dialog().getByRole("combobox", { name: "Role" }).click();
		await page.getByRole("option", { name: /^Network administrator/ }).click();
		await press("Save");
		await page.getByText("User changed").first().waitFor();
		await theirs.reload();
		await create.first().waitFor();
	});

	test("blocking somebody ends their session at once, and unblocking lets them sign in again", async () => {
		const { page: theirs, person } = await signedIn("admin");
		await act(person.id, "Block…");
		await expectAccessible(page);
		await press("Block");
		await page.getByText("Some Body is blocked").first().waitFor();
		expect((await theirs.request.get("/api/v1/whoami")).status()).toBe(401);
		await theirs.getByRole("link", { name: "Groups", exact: true }).click();
		await theirs.waitForURL(/sign-in/);
		browser.forgive(/401/);
		await act(person.id, "Unblock");
		await page.getByText("Some Body may work again").first().waitFor();
		await signIn(theirs, person);
	});

	test("a person who lost the password gets a link, and one who is signed out everywhere must sign in again", async () => {
		const { page: theirs, person } = await signedIn("operator");
		await act(person.id, "Make a link for a new password…");
		await press("Make link");
		const link = await takeSecretOnce();
		expect(link).toContain("/reset#");
		await act(person.id, "Sign out everywhere…");
		await press("Sign out everywhere");
		await page.getByText("1 session ended").first().waitFor();
		expect((await theirs.request.get("/api/v1/whoami")).status()).toBe(401);
	});

	test("a service user is made, gets groups, and is deleted", async () => {
		await call("POST", "/groups", { name: "Robots" });
		await page.goto(`${home}/service-users`);
		await page
			.getByRole("button", { name: "New service user", exact: true })
			.first()
			.click();
		await dialog().getByLabel("Name", { exact: true }).fill("Backup script");
		await dialog()
			.getByRole("combobox", { name: /^Groups/ })
			.fill("Rob");
		await pickOption(page, "Robots");
		await page.keyboard.press("Tab");
		await press("Create service user");
		await heading("Backup script").waitFor();
		await page.getByRole("link", { name: "Robots" }).waitFor();
		await expectAccessible(page);
		await page.getByRole("button", { name: "Actions", exact: true }).click();
		await page.getByRole("menuitem", { name: "Delete…" }).click();
		await press("Delete");
		await heading("Service users").waitFor();
		await page.getByText("No service users yet").waitFor();
	});

	test("the ownership is handed on only with the name typed, and is gone then", async () => {
		const person = await personWithPassword(server, "admin");
		await act(person.id, "Hand the ownership on…");
		const hand = dialog().getByRole("button", { name: "Hand on" });
		await expect.poll(() => hand.isDisabled()).toBe(true);
		await dialog().getByRole("textbox").fill("Some Body");
		await hand.click();
		await page
			.getByText("Owner · ")
			.or(page.getByRole("link", { name: "Owner" }))
			.first()
			.waitFor();
		const { json } = await call("GET", `/users/${person.id}`);
		expect(json.role).toBe("owner");
		await page.reload();
		await heading("Some Body").waitFor();
		expect(await page.getByRole("button", { name: "Actions" }).count()).toBe(0);
	});

	test("by keyboard alone a group is made, filled, found and deleted", async () => {
		await page.goto(`${home}/groups`);
		await heading("Groups").waitFor();
		await page.getByRole("button", { name: "New group" }).first().focus();
		await page.keyboard.press("Enter");
		await dialog().waitFor();
		await page.keyboard.type("Night shift");
		await page.keyboard.press("Tab");
		await page.keyboard.type("Olive");
		await page.getByRole("option", { name: /Olive Owner/ }).waitFor();
		await page.keyboard.press("Enter");
		await page.keyboard.press("Control+Enter");
		await heading("Night shift").waitFor();
		await page.getByRole("row", { name: /Olive Owner/ }).waitFor();
		await expectAccessible(page);
		await page.goto(`${home}/groups?search=night`);
		await page.getByRole("row", { name: /Night shift/ }).waitFor();
		await page.keyboard.press("j");
		await page.keyboard.press("Enter");
		await heading("Night shift").waitFor();
		await page.getByRole("button", { name: "Delete", exact: true }).focus();
		await page.keyboard.press("Enter");
		await dialog().getByText("It is used by 1 user.").waitFor();
		await page.keyboard.press("Escape");
		await dialog().waitFor({ state: "detached" });
	});

	test("the table of roles says what each may do, down to the operation that is withheld", async () => {
		await page.goto(`${home}/roles`);
		await heading("Roles").waitFor();
		await page.getByRole("button", { name: "Accounts" }).click();
		const row = page.getByRole("row", {
			name: /Delete the account with everything/,
		});
		await row.getByText("Kept from Administrator").waitFor();
		const marks = await row
			.getByRole("img")
			.evaluateAll((all) =>
				all.map((mark) => (mark as { ariaLabel: string | null }).ariaLabel),
			);
		expect(marks.slice(0, 2)).toEqual(["May", "May not"]);
		await expectAccessible(page);
	});
});
