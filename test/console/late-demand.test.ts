import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import {
	chromiumPath,
	openBrowser,
	type ServerBrowser,
	signIn,
} from "../support/browser.ts";
import { movableClock } from "../support/clock.ts";
import { personWithPassword } from "../support/person.ts";
import { codeOf } from "../support/second-factors.ts";
import { startTestServer, type TestServer } from "../support/server.ts";
import { codeField, shownCodes } from "../support/sign-in-page.ts";

const MINUTE_MS = 60_000;

describe.skipIf(chromiumPath === undefined)(
	"a second factor that becomes demanded while somebody works",
	() => {
		const clock = movableClock();
		let server: TestServer;
		let browser: ServerBrowser;

		beforeAll(async () => {
			server = await startTestServer({ clock });
			browser = await openBrowser(server);
		});

		afterEach(() => browser.endTest());

		afterAll(async () => {
			await browser?.close();
			await server?.stop();
		});

		test("leads to the enrolment, asks who sits there, and back to the page", async () => {
			const { page } = browser;
			const press = (name: string) =>
				page.getByRole("button", { name, exact: true }).click();
			const someone = await personWithPassword(server, "operator");
			await signIn(page, someone);
			await page.goto(`/a/${server.first.accountId}/devices`);
			// Nothing of the page is under way then: whatever is refused first leads away, and takes the link along.
			await page.waitForLoadState("networkidle");
			clock.offsetMs += 20 * MINUTE_MS;
			const changed = await server.call("PATCH", "/api/v1/account", {
				token: server.first.token,
				body: { settings: { local_mfa_enabled: true } },
			});
			expect(changed.status, changed.text).toBe(200);

			await page
				.getByRole("list", { name: "Monitor" })
				.getByRole("link", { name: "Regions" })
				.click();
			await page
				.getByRole("heading", { name: "Protect your sign-in" })
				.waitFor();
			browser.forgive(/status of 403/);
			await press("Use an authenticator app");
			const dialog = page.getByRole("dialog");
			await dialog.getByLabel("Password", { exact: true }).waitFor();
			await expectAccessible(page);
			await dialog
				.getByLabel("Password", { exact: true })
				.fill(someone.password);
			await dialog.getByRole("button", { name: "Confirm" }).click();
			const typed = await page.locator("main code").first().textContent();
			const secret = typed?.replaceAll(" ", "") ?? "";
			await codeField(page).fill(codeOf(secret, clock.nowMs()));
			expect(await shownCodes(page)).toHaveLength(10);
			await page.getByRole("checkbox", { name: /put the codes away/ }).click();
			await press("Continue");
			await page.waitForURL(/\/regions$/);
			await page.getByRole("heading", { name: "Regions", level: 1 }).waitFor();
		});
	},
);
