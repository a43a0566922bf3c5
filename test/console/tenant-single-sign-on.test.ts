import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import { chromiumPath } from "../support/browser.ts";
import {
	type ConsoleScene,
	expectNarrow,
	openConsole,
} from "../support/console-scene.ts";
import { type DnsServer, startDnsServer } from "../support/dns-server.ts";
import {
	type IdentityProvider,
	startIdentityProvider,
} from "../support/identity-provider.ts";

describe.skipIf(chromiumPath === undefined)(
	"single sign-on of a tenant",
	() => {
		let dns: DnsServer;
		let idp: IdentityProvider;
		let scene: ConsoleScene;

		beforeAll(async () => {
			dns = await startDnsServer();
			idp = await startIdentityProvider([]);
			scene = await openConsole({ env: { REEVE_DNS_SERVERS: dns.address } });
		});

		afterEach(() => scene.endTest());

		afterAll(async () => {
			await scene?.stop();
			await idp?.stop();
			await dns?.stop();
		});

		test("says which record proves a domain, and takes the domain once it is published", async () => {
			const { page } = scene;
			const button = (name: string) =>
				page.getByRole("button", { name, exact: true });
			const text = (name: string) =>
				page.getByRole("textbox", {
					name: new RegExp(`^${name}( optional)?$`),
				});
			const tenant = await scene.call("POST", "/tenants", { name: "Acme" });
			const record = `reeve-verification=${tenant.dns_challenge}`;
			await page.goto(`/a/${tenant.id}/settings/sign-in`);
			await button("Set up single sign-on").click();
			await page.getByText("TXT record to publish").waitFor();
			await page.getByText(record).waitFor();
			await text("Name").fill("Acme Login");
			await text("Issuer").fill(idp.issuer);
			await text("Client id").fill(idp.clientId);
			await page.getByLabel("Client secret").fill(idp.clientSecret);
			await text("Domains").fill("acme.test");
			await button("Check and save").click();
			await page.getByText(/acme\.test is not proven: publish/i).waitFor();
			await page.locator('[aria-invalid="true"][name="domains"]').waitFor();
			browserForgives();
			await expectAccessible(page);
			await expectNarrow(scene);
			dns.records.set("acme.test", [[record]]);
			await button("Check and save").click();
			await page.getByText("Acme Login answered and is saved").waitFor();
			const kept = await scene.call(
				"GET",
				`/identity-provider?account=${tenant.id}`,
			);
			expect(kept.domains).toEqual(["acme.test"]);
		});

		/** Nothing is set up yet, and the first try is refused. */
		function browserForgives() {
			scene.forgive(/status of 404/);
			scene.forgive(/status of 400/);
		}
	},
);
