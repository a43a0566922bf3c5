import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import {
	chromiumPath,
	openBrowser,
	type ServerBrowser,
} from "../support/browser.ts";
import {
	type IdentityProvider,
	startIdentityProvider,
} from "../support/identity-provider.ts";
import { startTestServer, type TestServer } from "../support/server.ts";

describe.skipIf(chromiumPath === undefined)("single sign-on", () => {
	let server: TestServer;
	let idp: IdentityProvider;
	let browser: ServerBrowser;

	beforeAll(async () => {
		server = await startTestServer();
		idp = await startIdentityProvider(
			[`${server.url}/api/v1/sign-in/sso/callback`],
			"localhost",
		);
		idp.people.set("tina", { email: "tina@sso.test", email_verified: true });
		idp.people.set("eve", { email: "eve@sso.test", email_verified: false });
		const { token } = server.first;
		const saved = await server.call("PUT", "/api/v1/identity-provider", {
			token,
			body: {
				name: "Example Login",
				issuer: idp.issuer,
				client_id: idp.clientId,
				client_secret: idp.clientSecret,
				domains: ["sso.test"],
				required: true,
			},
		});
		expect(saved.status, saved.text).toBe(200);
		for (const name of ["tina", "eve"])
			await server.call("POST", "/api/v1/users", {
				token,
				body: { email: `${name}@sso.test`, name, role: "auditor" },
			});
		browser = await openBrowser(server);
	});

	afterEach(async () => {
		// The provider's page is not ours.
		browser.forgive(/request to another host: http:\/\/localhost/);
		const ours = browser.complaints.filter(
			(one) => !/googleapis|gstatic|\(http:\/\/localhost/.test(one),
		);
		browser.complaints.splice(0, browser.complaints.length, ...ours);
		await browser.endTest();
	});

	afterAll(async () => {
		await browser?.close();
		await idp?.stop();
		await server?.stop();
	});

	/** From our sign-in page to the provider's, which is another site, and through its forms. */
	async function goThere(login: string) {
		const { context, page } = await browser.newContext();
		await context.route(/googleapis|gstatic/, (route) => route.abort());
		await page.goto("/sign-in");
		await page
			.getByRole("button", { name: "Sign in with your organization" })
			.click();
		await page.getByLabel("E-mail address").fill(`${login}@sso.test`);
		await page.getByRole("button", { name: "Continue" }).click();
		await page.waitForURL(`${idp.issuer}/**`);
		await page.locator("input[name=login]").fill(login);
		await page.locator("input[name=password]").fill("x");
		await page.getByRole("button", { name: "Sign-in" }).click();
		await page.getByRole("button", { name: "Continue" }).click();
		return { context, page };
	}

	test("a person comes back from another site signed in, with strict cookies and nothing left in the address", async () => {
		const { context, page } = await goThere("tina");
		await page.waitForURL(/\/a\/\d+/);
		await page.getByRole("heading", { level: 1 }).waitFor();
		const cookies = await context.cookies(server.url);
		expect(cookies).toEqual([
			expect.objectContaining({
				name: "reeve_session",
				sameSite: "Strict",
				httpOnly: true,
			}),
		]);
		const history = await page.evaluate("location.href");
		expect(history).not.toContain("code=");
		await page.reload();
		await page.getByRole("heading", { level: 1 }).waitFor();
		expect(page.url()).toMatch(/\/a\/\d+/);
	});

	test("who is not let in is told why, and can go another way", async () => {
		const { page } = await goThere("eve");
		await page.getByText(/does not vouch for your e-mail address/).waitFor();
		expect(page.url()).not.toContain("code=");
		browser.forgive(/403/);
		await page.getByLabel("Password", { exact: true }).waitFor();
	});
});
