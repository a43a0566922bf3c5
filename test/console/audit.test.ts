import { readFile } from "node:fs/promises";
import pg from "pg";
import type { Download, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import {
	chromiumPath,
	openBrowser,
	type ServerBrowser,
	signIn,
} from "../support/browser.ts";
import { personWithPassword } from "../support/person.ts";
import { addPerson } from "../support/provider.ts";
import { runReeve, wideLimits } from "../support/reeve-process.ts";
import { startTestServer, type TestServer } from "../support/server.ts";

/** More than the largest page of the list. */
const EVENTS = 1050;
const FORMULA = '=HYPERLINK("http://evil.test")';

describe.skipIf(chromiumPath === undefined)(
	"the pages of the audit log",
	() => {
		let server: TestServer;
		let browser: ServerBrowser;
		let superuser: pg.Client;
		let home: string;
		let acme: string;

		const api = async (
			method: string,
			path: string,
			body?: unknown,
			token = server.first.token,
		) => {
			const answer = await server.call(method, `/api/v1${path}`, {
				token,
				body,
			});
			expect(answer.status, answer.text).toBeLessThan(300);
			return answer.json;
		};

		beforeAll(async () => {
			server = await startTestServer();
			home = server.first.accountId;
			superuser = new pg.Client(server.database.superuser);
			await superuser.connect();
			await api("PATCH", "/account", {
				settings: { tenant_reach_mfa_enabled: false },
			});
			acme = (await api("POST", "/tenants", { name: "Acme" })).id;
			await api("POST", `/groups?account=${acme}`, { name: FORMULA });
			const inside = await addPerson(server, acme, "admin");
			await api("POST", "/groups", { name: "Made inside" }, inside.token);
			browser = await openBrowser(server);
			await signIn(browser.page, server.first);
		});
		afterEach(() => browser.endTest());
		afterAll(async () => {
			await superuser?.end();
			await browser?.close();
			await server?.stop();
		});

		const rows = () => browser.page.getByRole("row");
		const counted = (count: number | string) =>
			browser.page.getByRole("status").getByText(`${count} row`).waitFor();

		async function choose(filter: RegExp, option: string) {
			const { page } = browser;
			await page.getByRole("combobox", { name: filter }).click();
			await page.getByRole("option", { name: option }).click();
		}

		test("filters stand in the address; going back undoes them one by one, and forward does them again", async () => {
			const { page } = browser;
			const search = () => new URL(page.url()).search;
			await page.goto(`/a/${acme}/audit`);
			await page.getByText("Made inside").waitFor();
			await choose(/^Kind/, "Group");
			await page.waitForURL(/target_type=group/);
			await choose(/^External: any/, "By people from another account");
			await page.waitForURL(/external=true/);
			await counted(1);
			expect(search()).toBe("?target_type=group&external=true");
			await page.goBack();
			await counted(2);
			expect(search()).toBe("?target_type=group");
			await page.goForward();
			await counted(1);
			await page.reload();
			await counted(1);
			await page.getByText(FORMULA).waitFor();
		});

		test("who acted is found by name, people from other accounts among them", async () => {
			const { page } = browser;
			await page.goto(`/a/${acme}/audit`);
			await page.getByRole("combobox", { name: /^Who/ }).click();
			await page.getByPlaceholder("Type to find…").fill("oliv");
			await page
				.getByRole("option", { name: "Olive Owner (External)" })
				.click();
			await page.waitForURL(/actor_id=\d+/);
			await page.getByRole("combobox", { name: "Who: Olive Owner" }).waitFor();
			await page.getByText("Made inside").waitFor({ state: "detached" });
		});

		test("in a tenant one press shows what people from elsewhere did", async () => {
			const { page } = browser;
			await page.goto(`/a/${acme}/audit`);
			await page.getByText("Made inside").waitFor();
			const whose = page.getByRole("group", { name: "Whose acts" });
			await whose.getByRole("button", { name: "External" }).click();
			await page.waitForURL(/external=true/);
			await page.getByText("Made inside").waitFor({ state: "detached" });
			const shown = (await rows().allInnerTexts()).slice(1);
			expect(shown.length).toBeGreaterThan(0);
			for (const text of shown) expect(text).toContain("External");
			await whose.getByRole("button", { name: "Own people" }).click();
			await page.getByText("Made inside").waitFor();
			await counted(1);
		});

		test("a row opens into what was and what became, with a way to its page, its thing and its key", async () => {
			const { page } = browser;
			const region = await api("POST", "/regions", { name: "Vienna" });
			await api("PATCH", `/regions/${region.id}`, {
				description: "The head office",
			});
			await page.goto(`/a/${home}/audit?operation=regions.update`);
			await counted(1);
			await rows().nth(1).click();
			const drawer = page.getByRole("dialog");
			await drawer.getByText("Change the name or the description").waitFor();
			const row = drawer.getByRole("row", { name: /^description/ });
			expect(await row.getByRole("cell").allInnerTexts()).toEqual([
				"“”",
				"The head office",
			]);
			await expectAccessible(page);
			await drawer.getByRole("link", { name: "Open as a page" }).click();
			await page.waitForURL(/\/audit\/\d+$/);
			await page.getByRole("heading", { name: "regions.update" }).waitFor();
			await page.reload();
			await page.getByText("The head office").waitFor();
			await expectAccessible(page);
			await page.getByRole("link", { name: /^Vienna/ }).click();
			await page.getByRole("heading", { name: "Vienna", level: 1 }).waitFor();
			await page
				.getByRole("link", { name: "Show all in the audit log" })
				.click();
			await page.waitForURL(/target_id=/);
			await counted(2);
		});

		async function downloaded(page: Page, format: string): Promise<Download> {
			await page.getByRole("button", { name: "Export", exact: true }).click();
			const dialog = page.getByRole("dialog");
			await dialog.getByRole("radio", { name: format }).click();
			const file = page.waitForEvent("download");
			await dialog.getByRole("button", { name: "Export", exact: true }).click();
			const made = await file;
			await dialog.waitFor({ state: "detached" });
			return made;
		}

		async function download(page: Page, format: string) {
			return readFile(await (await downloaded(page, format)).path(), "utf8");
		}

		test("an export has every event past the first page, and no formula", async () => {
			const { page } = browser;
			await superuser.query(
				`insert into audit_events (account_id, actor_kind, surface, operation, outcome, target_type, target_name)
			select $1, 'system', 'system', 'devices.create', 'done', 'device', 'made-' || n from generate_series(1, $2::int) n`,
				[acme, EVENTS],
			);
			const { rows: stored } = await superuser.query(
				"select count(*)::int as count from audit_events where account_id = $1",
				[acme],
			);
			const { count } = stored[0];
			await page.goto(`/a/${acme}/audit`);
			await counted(count.toLocaleString("en"));
			const json = (await download(page, "JSON lines")).trimEnd().split("\n");
			expect(json).toHaveLength(count);
			const events = json.map((line) => JSON.parse(line));
			expect(new Set(events.map(({ id }) => id)).size).toBe(count);
			const csv = (await download(page, "CSV")).trimEnd().split("\r\n");
			expect(csv).toHaveLength(count + 1);
			expect(csv[0]).toMatch(/^\uFEFFat,id,account_id,/);
			expect(csv.join("\n")).toContain(`"'=HYPERLINK(""http://evil.test"")"`);
			await page.goto(`/a/${acme}/audit?target_type=group`);
			await counted(2);
			const narrow = await download(page, "CSV");
			expect(narrow.trimEnd().split("\r\n")).toHaveLength(3);
		});

		/** What `reeve audit verify` says of the signed log that the page saves. */
		async function verifiedDownload(page: Page) {
			const file = await downloaded(page, "Signed log");
			expect(file.suggestedFilename()).toBe(`audit-${acme}-signed.jsonl`);
			const args = ["audit", "verify", await file.path(), "--json"];
			const { status, out, err } = await runReeve(args, wideLimits);
			expect(status, out + err).toBe(0);
			return JSON.parse(out);
		}

		test("the signed log is saved in the page, whole or of a span of time, and reeve audit verify finds it sound", async () => {
			const { page } = browser;
			const { sequence } = await api("GET", `/audit-chain?account=${acme}`);
			await page.goto(`/a/${acme}/audit?target_type=group`);
			await counted(2);
			expect(await verifiedDownload(page)).toMatchObject({
				sound: true,
				header: { account_id: acme, from: null, to: null },
				first: 1,
				last: sequence,
				signedUpTo: expect.any(Number),
			});
			const { data } = await api(
				"GET",
				`/audit-events?account=${acme}&target_type=group&sort=at`,
			);
			const [{ at: from, sequence: first }] = data;
			await page.goto(
				`/a/${acme}/audit?target_type=group&from=${encodeURIComponent(from)}`,
			);
			await counted(2);
			expect(await verifiedDownload(page)).toMatchObject({
				sound: true,
				header: { from },
				first,
				last: sequence,
			});
		});

		test("the export says what the signed log holds, and does not offer it over several accounts", async () => {
			const { page } = browser;
			await page.goto(`/a/${acme}/audit`);
			await page.getByRole("button", { name: "Export", exact: true }).click();
			const dialog = page.getByRole("dialog");
			await dialog.getByRole("radio", { name: "Signed log" }).click();
			await dialog.getByText("The whole log of this account.").waitFor();
			await expectAccessible(page);
			await page.goto("/a/all/audit");
			await page.getByRole("button", { name: "Export", exact: true }).click();
			await dialog.getByRole("radio", { name: "JSON lines" }).waitFor();
			expect(await dialog.getByRole("radio").count()).toBe(2);
		});

		test("the badge says that the chain verified, and names the event that the database's owner changed", async () => {
			const { page } = browser;
			await page.goto(`/a/${acme}/audit`);
			await page.getByRole("button", { name: "Chain verified" }).click();
			const dialog = page.getByRole("dialog");
			await dialog.getByText("Nothing was changed, removed").waitFor();
			await dialog
				.getByText(`reeve audit export --account ${acme} > audit.jsonl`)
				.waitFor();
			await dialog.getByText("on this page as a signed log").waitFor();
			await expectAccessible(page);
			const { rows: sealed } = await superuser.query(
				`select s.sequence, s.event_id from audit_seals s join audit_events e on e.account_id = s.account_id and e.id = s.event_id
			where s.account_id = $1 and e.target_name = $2`,
				[acme, FORMULA],
			);
			const { sequence, event_id } = sealed[0];
			await superuser.query(
				"update audit_events set target_name = 'Harmless' where account_id = $1 and id = $2",
				[acme, event_id],
			);
			await dialog.getByRole("button", { name: "Verify again" }).click();
			await dialog.getByText("An event is not what it was").waitFor();
			await dialog.getByText("Keep the database as it is").waitFor();
			await expectAccessible(page);
			await dialog
				.getByRole("link", { name: `Look at event ${event_id}` })
				.click();
			await page.getByText("Harmless").first().waitFor();
			await page.goBack();
			await page
				.getByRole("button", { name: `Chain broken at event ${sequence}` })
				.waitFor();
		});

		test("an auditor reads the log and is offered no change anywhere near it", async () => {
			const person = await personWithPassword(server, "auditor");
			const { page } = await browser.newContext();
			await signIn(page, person);
			await page.goto(`/a/${home}/audit`);
			await page.getByRole("button", { name: "Chain verified" }).waitFor();
			await page.getByText("regions.update").first().waitFor();
			expect(await download(page, "CSV")).toContain("regions.update");
			const signed = await downloaded(page, "Signed log");
			expect(signed.suggestedFilename()).toContain("-signed.jsonl");
			await page.getByRole("link", { name: "Regions" }).click();
			await page.getByRole("link", { name: "Vienna" }).click();
			await page.getByRole("region", { name: "History" }).waitFor();
			const actions = page.getByRole("button", { name: /Edit|Delete|New/ });
			expect(await actions.count()).toBe(0);
		});

		test("axe finds nothing on it, and a small phone shows it whole", async () => {
			const { page } = browser;
			await page.goto(`/a/${home}/audit`);
			await page.getByRole("button", { name: "Chain verified" }).waitFor();
			await expectAccessible(page);
			await page.setViewportSize({ width: 360, height: 740 });
			await page.goto(`/a/${acme}/audit`);
			await page
				.getByRole("button", { name: /Chain (verified|broken)/ })
				.click();
			await page.getByRole("dialog").waitFor();
			const isWide = await page.evaluate(
				"document.documentElement.scrollWidth > innerWidth",
			);
			expect(isWide).toBe(false);
		});
	},
);
