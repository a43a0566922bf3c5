import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { sql } from "../../src/db/index.ts";
import { expectAccessible } from "../support/accessible.ts";
import { chromiumPath } from "../support/browser.ts";
import {
	type ConsoleScene,
	expectNarrow,
	openConsole,
} from "../support/console-scene.ts";

const MANY = 10_000;

describe.skipIf(chromiumPath === undefined)("pages of devices", () => {
	let scene: ConsoleScene;

	beforeAll(async () => {
		scene = await openConsole();
		await scene.server.server.database.transaction([scene.accountId], (tx) =>
			tx.query(sql`insert into devices (account_id, name, display_name, ip_address)
				select ${scene.accountId}, 'many-' || lpad(n::text, 5, '0'), 'many-' || lpad(n::text, 5, '0'), '10.0.0.0'::inet + n
				from generate_series(1, ${MANY}::int) n`),
		);
	});

	afterEach(() => scene.endTest());

	afterAll(() => scene?.stop());

	/** Scrolls until a row is there. @returns the most rows that were in the document at once */
	function scrollTo(name: string): Promise<number> {
		return scene.page.evaluate(`new Promise((done) => {
			let most = 0;
			const look = () => {
				const rows = [...document.querySelectorAll("tr[data-index]")];
				most = Math.max(most, rows.length);
				if (rows.some((row) => row.textContent.includes(${JSON.stringify(name)}))) return done(most);
				const box = document.querySelector("table").parentElement;
				box.scrollTop = box.scrollHeight;
				requestAnimationFrame(look);
			};
			look();
		})`);
	}

	test(`a list of ${MANY} devices scrolls to its end with fewer than 100 rows in the document`, async () => {
		const { page } = scene;
		await scene.open("/devices?sort=name");
		await page.getByText("10,000 rows").waitFor();
		const most = await scrollTo("many-10000");
		expect(most).toBeGreaterThan(10);
		expect(most).toBeLessThan(100);
	});

	test("a device is added by its address, says that nothing has polled it, is changed and deleted", async () => {
		const { page } = scene;
		await scene.open("/devices");
		await page.getByRole("button", { name: "Add a device" }).click();
		const dialog = page.getByRole("dialog");
		await dialog
			.getByRole("textbox", { name: "Address", exact: true })
			.fill("192.0.2.77");
		await dialog
			.getByRole("textbox", { name: "Display name" })
			.fill("Core switch");
		await dialog.getByRole("button", { name: "Add device" }).click();
		await page
			.getByRole("heading", { level: 1, name: "Core switch" })
			.waitFor();
		await page.getByText("it has no probe that could poll it").waitFor();
		const id = page.url().split("/").at(-1) as string;
		expect(await scene.call("GET", `/devices/${id}`)).toMatchObject({
			name: "192.0.2.77",
			ip_address: "192.0.2.77",
			monitoring: "not_monitored_yet",
		});

		await page.getByRole("button", { name: "Edit" }).click();
		await dialog
			.getByRole("textbox", { name: "Display name" })
			.fill("Access switch");
		await dialog.getByRole("combobox", { name: "Category" }).fill("Firew");
		await page.getByRole("option", { name: "Firewall" }).click();
		await dialog.getByRole("button", { name: "Save" }).click();
		await page
			.getByRole("heading", { level: 1, name: "Access switch" })
			.waitFor();
		expect(await scene.call("GET", `/devices/${id}`)).toMatchObject({
			category: "Firewall",
			display_name: "Access switch",
		});

		await page.getByRole("button", { name: "Mute alarms" }).click();
		await page.getByRole("button", { name: "Unmute alarms" }).waitFor();
		expect((await scene.call("GET", `/devices/${id}`)).suppressed).toBe(true);

		await page.getByRole("button", { name: "Delete", exact: true }).click();
		await page.getByRole("button", { name: "Delete device" }).click();
		await page.waitForURL(/\/devices$/);
		const { server } = scene;
		const gone = await server.call(
			"GET",
			`/api/v1/devices/${id}`,
			server.first,
		);
		expect(gone.status).toBe(404);
	});

	test("a network device is registered by its serial number and MAC address, however that is written", async () => {
		const { page } = scene;
		await scene.open("/devices");
		await page.getByRole("button", { name: "Add a device" }).click();
		const dialog = page.getByRole("dialog");
		await dialog.getByRole("radio", { name: /^Network device/ }).click();
		await dialog.getByRole("button", { name: "Add device" }).click();
		await dialog.getByText("Required.").first().waitFor();
		await dialog
			.getByRole("textbox", { name: "Name", exact: true })
			.fill("fw-1");
		await dialog.getByRole("textbox", { name: "Serial number" }).fill("FTX1");
		await dialog
			.getByRole("textbox", { name: "MAC address" })
			.fill("00:1A:2b-3c:4d:5e");
		await dialog.getByRole("textbox", { name: "Model" }).fill("isr4331");
		await dialog.getByRole("button", { name: "Add device" }).click();
		await page.getByRole("heading", { level: 1, name: "fw-1" }).waitFor();
		const id = page.url().split("/").at(-1) as string;
		expect(await scene.call("GET", `/devices/${id}`)).toMatchObject({
			kind: "network_device",
			mac_address: "001a2b3c4d5e",
			managed: false,
		});
	});

	test("who saves over somebody else's change is told so, and changes nothing", async () => {
		const { page } = scene;
		const { id } = await scene.call("POST", "/devices", { name: "contested" });
		await scene.open(`/devices/${id}`);
		await page.getByRole("button", { name: "Edit" }).click();
		const dialog = page.getByRole("dialog");
		await dialog.getByRole("textbox", { name: "Vendor" }).fill("Mine");
		await scene.call("PATCH", `/devices/${id}`, { vendor: "Theirs" });
		await dialog.getByRole("button", { name: "Save" }).click();
		await dialog.getByText("Changed by somebody else meanwhile").waitFor();
		expect((await scene.call("GET", `/devices/${id}`)).vendor).toBe("Theirs");
		scene.forgive(/412/);
	});

	test("30 devices are deleted at once, with progress", async () => {
		const { page } = scene;
		for (let n = 0; n < 30; n++)
			await scene.call("POST", "/devices", { name: `bulk-${n}` });
		await scene.open("/devices?search=bulk-");
		await page.getByText("30 rows").waitFor();
		await page
			.getByRole("checkbox", { name: "Choose all rows read so far" })
			.click();
		await page.getByRole("button", { name: "Delete 30" }).click();
		const dialog = page.getByRole("dialog");
		const progress = dialog.getByRole("progressbar").waitFor();
		await dialog.getByRole("button", { name: "Delete 30 devices" }).click();
		await progress;
		await dialog.getByText("30 done.").waitFor();
		await dialog.getByText("Close", { exact: true }).click();
		const left = await scene.call("GET", "/devices?search=bulk-&count=true");
		expect(left.total).toBe(0);
	});

	test("pages of devices and probes are accessible, in light and dark, and fit a phone", async () => {
		const region = await scene.call("POST", "/regions", { name: "Vienna" });
		const probe = await scene.call("POST", "/probes", {
			name: "vie-1",
			region_id: region.id,
		});
		const device = await scene.call("POST", "/devices", {
			name: "watched",
			probe_id: probe.id,
		});
		for (const path of [
			"/devices?search=many-0000",
			`/devices/${device.id}`,
			"/probes",
			`/probes/${probe.id}`,
			"/devices/1",
		]) {
			await scene.open(path);
			await expectAccessible(scene.page);
			await expectNarrow(scene);
		}
		scene.forgive(/404/);
		await scene.open("/devices?search=many-0000");
		await scene.page.getByRole("button", { name: "Add a device" }).click();
		await scene.page.getByRole("dialog").waitFor();
		await expectAccessible(scene.page);
		await expectNarrow(scene);
	});

	test("a probe's key is shown once, works, and stops working when it is regenerated", async () => {
		const { page, server } = scene;
		await scene.open("/probes");
		await page
			.getByRole("button", { name: "Register a probe" })
			.first()
			.click();
		const dialog = page.getByRole("dialog");
		await dialog
			.getByRole("textbox", { name: "Name", exact: true })
			.fill("graz-1");
		await dialog.getByRole("button", { name: "Register probe" }).click();
		const first = await shownKey();
		const checkIn = async (token: string) =>
			(
				await server.call("POST", "/api/v1/probes/check-in", {
					token,
					body: { platform: "linux" },
				})
			).status;
		expect(await checkIn(first)).toBe(200);
		await page.getByRole("heading", { level: 1, name: "graz-1" }).waitFor();
		expect(await page.content()).not.toContain(first);
		await page.getByText("It reports as it should.").waitFor();

		await page.getByRole("button", { name: "Regenerate key" }).click();
		await dialog.getByRole("button", { name: "Regenerate key" }).click();
		const second = await shownKey();
		expect(await checkIn(first)).toBe(401);
		expect(await checkIn(second)).toBe(200);
	});

	/** The key in the open dialog, which it then closes. */
	async function shownKey(): Promise<string> {
		const dialog = scene.page.getByRole("dialog");
		await dialog.getByText("Shown only now").waitFor();
		const key = await dialog.locator("code").first().textContent();
		await dialog.getByRole("checkbox").click();
		await dialog.getByText("Close", { exact: true }).click();
		await dialog.waitFor({ state: "hidden" });
		return key as string;
	}
});
