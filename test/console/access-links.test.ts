import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import {
	chromiumPath,
	openBrowser,
	type ServerBrowser,
	signIn,
} from "../support/browser.ts";
import { type MailServer, startMailServer } from "../support/mail-server.ts";
import { personWithPassword } from "../support/person.ts";
import { startTestServer, type TestServer } from "../support/server.ts";
import { cookieJar, isIn } from "../support/sign-in-page.ts";

const PASSWORD = "A-brand-new-password-1";

describe.skipIf(chromiumPath === undefined)("links that let people in", () => {
	let server: TestServer;
	let mails: MailServer;
	let browser: ServerBrowser;
	let page: Page;

	beforeAll(async () => {
		mails = await startMailServer();
		server = await startTestServer({
			env: {
				SMTP_URL: `smtp://127.0.0.1:${mails.port}`,
				REEVE_MAIL_FROM: "reeve@provider.test",
			},
		});
		browser = await openBrowser(server);
	});

	afterEach(() => browser.endTest());

	afterAll(async () => {
		await browser?.close();
		await server?.stop();
		await mails?.stop();
	});

	async function fresh() {
		const made = await browser.newContext();
		page = made.page;
		return made;
	}

	const press = (name: string) =>
		page.getByRole("button", { name, exact: true }).click();

	async function linkInMail(): Promise<string> {
		const { text } = await mails.next();
		const link = /https?:\/\/\S+/.exec(text)?.[0];
		if (!link) throw new Error(`no link in: ${text}`);
		return link;
	}

	test("an invitation's link sets a password by the rule, signs in, and opens once", async () => {
		const invited = await server.call("POST", "/api/v1/user-invites", {
			token: server.first.token,
			body: { email: "ned@provider.test", name: "Ned", role: "operator" },
		});
		expect(invited.status, invited.text).toBe(201);
		const link = await linkInMail();
		expect(link).toBe(invited.json.url);
		await fresh();
		await page.goto(link);
		await page.getByRole("heading", { name: "Join Provider" }).waitFor();
		const field = page.getByLabel("Password", { exact: true });
		await field.fill("tooshort");
		await press("Join");
		await page.getByText("It does not meet the rule yet.").waitFor();
		await expectAccessible(page);
		await field.fill(PASSWORD);
		await page.getByText("A digit (met).").waitFor();
		await press("Join");
		await isIn(page);
		expect(page.url()).not.toContain("rvi_");

		await fresh();
		await page.goto(link);
		await page.getByText("This invitation cannot be opened").waitFor();
		await expectAccessible(page);
		browser.forgive(/status of 404/);
		await page.getByRole("link", { name: "Go to sign-in" }).click();
		await signIn(page, { email: "ned@provider.test", password: PASSWORD });
	});

	test("a forgotten password is set anew by a mailed link, and whoever was signed in with the old one is out", async () => {
		const someone = await personWithPassword(server, "operator");
		const before = await fresh();
		await signIn(page, someone);
		const copied = await cookieJar(before.context, server.url);

		await fresh();
		await page.goto("/sign-in");
		await page.getByRole("link", { name: "Forgot your password?" }).click();
		await page.getByRole("button", { name: "Send the link" }).waitFor();
		await expectAccessible(page);
		await page.getByLabel("E-mail address").fill(someone.email);
		await press("Send the link");
		await page.getByText("Look into your mailbox").waitFor();
		await page.goto(await linkInMail());
		await page
			.getByRole("heading", { name: "Choose a new password" })
			.waitFor();
		await expectAccessible(page);
		await page.getByLabel("New password", { exact: true }).fill(PASSWORD);
		await press("Set password and sign in");
		await isIn(page);
		const old = await server.call("GET", "/api/v1/whoami", {
			headers: { cookie: copied },
		});
		expect(old.status).toBe(401);
	});

	test("an administrator's link does the same without mail, and a link that is no link says what to do", async () => {
		const someone = await personWithPassword(server, "operator");
		const made = await server.call(
			"POST",
			`/api/v1/users/${someone.id}/reset-link`,
			{ token: server.first.token, body: {} },
		);
		await fresh();
		await page.goto("/reset#rvr_nonsense");
		await page.getByText("This link opens nothing any more").waitFor();
		browser.forgive(/status of 404/);
		// Pasting the right link into the same window is enough.
		await page.goto(made.json.url);
		await page.getByLabel("New password", { exact: true }).fill(PASSWORD);
		await press("Set password and sign in");
		await isIn(page);
	});
});
