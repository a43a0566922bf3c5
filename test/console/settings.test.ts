import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import {
	chromiumPath,
	openBrowser,
	type ServerBrowser,
	signIn,
} from "../support/browser.ts";
import {
	type IdentityProvider,
	startIdentityProvider,
} from "../support/identity-provider.ts";
import { personWithPassword } from "../support/person.ts";
import { startTestServer, type TestServer } from "../support/server.ts";

describe.skipIf(chromiumPath === undefined)(
	"the settings of an account",
	() => {
		let server: TestServer;
		let idp: IdentityProvider;
		let browser: ServerBrowser;
		let page: Page;
		let settings: string;

		beforeAll(async () => {
			server = await startTestServer({ kind: "standalone" });
			idp = await startIdentityProvider([
				`${server.url}/api/v1/sign-in/sso/callback`,
			]);
			settings = `/a/${server.first.accountId}/settings`;
			browser = await openBrowser(server);
			page = browser.page;
			await signIn(page, server.first);
		});

		afterEach(() => browser.endTest());

		afterAll(async () => {
			await browser?.close();
			await idp?.stop();
			await server?.stop();
		});

		const button = (name: string) =>
			page.getByRole("button", { name, exact: true });
		const text = (name: string) =>
			page.getByRole("textbox", { name: new RegExp(`^${name}( optional)?$`) });

		const account = async () =>
			(
				await server.call("GET", "/api/v1/account", {
					token: server.first.token,
				})
			).json;

		test("change who the organization is, and keep what somebody else saved meanwhile", async () => {
			await page.goto(settings);
			await text("Name").fill("Acme Networks");
			await text("Domain").fill("not a domain");
			await button("Save").click();
			await page.locator('[aria-invalid="true"][name="domain"]').waitFor();
			browser.forgive(/status of 400/);
			await text("Domain").fill("acme.test");
			await text("Addresses of administrators").fill("it@acme.test");
			await page.keyboard.press("Enter");
			await button("Save").click();
			await page.getByText("Organization saved").waitFor();
			await page.getByText(/reeve-verification=/).waitFor();
			await expectAccessible(page);
			expect(await account()).toMatchObject({
				name: "Acme Networks",
				domain: "acme.test",
				admin_emails: ["it@acme.test"],
			});

			await server.call("PATCH", "/api/v1/account", {
				token: server.first.token,
				body: { city: "Vienna" },
			});
			await text("City").fill("Graz");
			await button("Save").click();
			await page.getByText("Changed by somebody else meanwhile").waitFor();
			browser.forgive(/status of 412/);
			expect((await account()).city).toBe("Vienna");
		});

		test("promise N11: demand a second factor of everybody, of whoever sets it at once and of others at their next sign-in", async () => {
			const someone = await personWithPassword(server, "operator");
			await page.goto(`${settings}/sign-in`);
			await page
				.getByRole("checkbox", { name: "Everybody needs a second factor" })
				.click();
			await button("Save").first().click();
			await page.getByText("Sign-in rules saved").waitFor();
			await page
				.getByRole("heading", { name: "Protect your sign-in" })
				.waitFor();
			await expectAccessible(page);
			browser.forgive(/status of 40[34]/);
			const answer = await server.call("POST", "/api/v1/sign-in/password", {
				body: { email: someone.email, password: someone.password },
			});
			expect(answer.json.next).toBe("enrol_second_factor");
			await server.call("PATCH", "/api/v1/account", {
				token: server.first.token,
				body: { settings: { local_mfa_enabled: false } },
			});
		});

		test("set up single sign-on only with a provider that answers, and end it", async () => {
			await page.goto(`${settings}/sign-in`);
			await button("Set up single sign-on").click();
			browser.forgive(/status of 404/);
			await page
				.getByText(`${server.url}/api/v1/sign-in/sso/callback`)
				.waitFor();
			await text("Name").fill("Example Login");
			await text("Issuer").fill(`${idp.issuer}/elsewhere`);
			await text("Client id").fill(idp.clientId);
			await page.getByLabel("Client secret").fill(idp.clientSecret);
			await text("Domains").fill("acme.test");
			await button("Check and save").click();
			await page.locator('[aria-invalid="true"][name="issuer"]').waitFor();
			browser.forgive(/status of 400/);
			await expectAccessible(page);
			await text("Issuer").fill(idp.issuer);
			await button("Check and save").click();
			await page.getByText("Example Login answered and is saved").waitFor();
			const kept = await server.call("GET", "/api/v1/identity-provider", {
				token: server.first.token,
			});
			expect(kept.json).toMatchObject({
				issuer: idp.issuer,
				domains: ["acme.test"],
				client_secret_set: true,
				newcomer_role: null,
			});
			// Nobody reads the secret again, this page neither.
			expect(await page.content()).not.toContain(idp.clientSecret);
			await expect
				.poll(() => page.getByLabel("Client secret").inputValue())
				.toBe("");

			await button("End single sign-on").first().click();
			await page
				.getByRole("dialog")
				.getByRole("button", { name: "End single sign-on" })
				.click();
			await page.getByText("Not set up").waitFor();
			browser.forgive(/status of 404/);
		});

		test("change how agents behave, with what the server refuses said at its field", async () => {
			await page.goto(`${settings}/agents`);
			await page
				.getByRole("checkbox", { name: "New endpoints wait for approval" })
				.click();
			await page.getByLabel("Time until they must").fill("48");
			await text("Domain of the endpoints' names").fill("-bad-");
			await button("Save").click();
			await page.locator('[aria-invalid="true"][name="dns_domain"]').waitFor();
			browser.forgive(/status of 400/);
			await text("Domain of the endpoints' names").fill("acme.internal");
			await button("Save").click();
			await page.getByText("Settings of agents saved").waitFor();
			await expectAccessible(page);
			expect((await account()).settings).toMatchObject({
				peer_login_expiration: 48 * 3600,
				dns_domain: "acme.internal",
				extra: { peer_approval_enabled: true },
			});
		});

		test("are only read by whoever may only read them", async () => {
			const auditor = await personWithPassword(server, "auditor");
			await server.call("PATCH", "/api/v1/account", {
				token: server.first.token,
				body: { settings: { local_mfa_enabled: false } },
			});
			const { page: theirs } = await browser.newContext();
			await signIn(theirs, auditor);
			await theirs.goto(settings);
			await theirs.getByText("Administrators of this account change").waitFor();
			const name = theirs.getByRole("textbox", { name: "Name", exact: true });
			await expect.poll(() => name.isDisabled()).toBe(true);
			expect(await theirs.getByRole("button", { name: "Save" }).count()).toBe(
				0,
			);
			expect(
				await theirs.getByRole("button", { name: "Delete account" }).count(),
			).toBe(0);
			await expectAccessible(theirs);
		});

		test("end with the account itself, once its name is typed", async () => {
			await page.goto(settings);
			await button("Delete account").click();
			const dialog = page.getByRole("dialog");
			const last = dialog.getByRole("button", { name: "Delete account" });
			await expect.poll(() => last.isDisabled()).toBe(true);
			await expectAccessible(page);
			await dialog.getByRole("textbox").fill("Acme Networks");
			await last.click();
			// No account, no owner: the server waits to be set up again.
			await page.getByText("This server waits for its owner").waitFor();
			const gone = await server.call("GET", "/api/v1/whoami", {
				token: server.first.token,
			});
			expect(gone.status).toBe(401);
		});
	},
);
