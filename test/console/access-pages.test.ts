import { afterAll, afterEach, beforeAll, describe, test } from "vitest";
import { expectAccessible } from "../support/accessible.ts";
import { chromiumPath } from "../support/browser.ts";
import {
	type ConsoleScene,
	expectNarrow,
	openConsole,
} from "../support/console-scene.ts";

describe.skipIf(chromiumPath === undefined)("pages of access, seen", () => {
	let scene: ConsoleScene;
	const ids: Record<string, string> = {};

	beforeAll(async () => {
		scene = await openConsole();
		await fill();
	});

	afterEach(() => scene.endTest());

	afterAll(() => scene?.stop());

	async function made(name: string, path: string, body: unknown) {
		const json = await scene.call("POST", path, body);
		ids[name] = json.id;
		return json;
	}

	async function fill() {
		await made("laptops", "/groups", { name: "Laptops" });
		const { key } = await made("key", "/setup-keys", {
			name: "Sales laptops",
			type: "reusable",
			groups: [ids.laptops],
		});
		const enrolled = await scene.server.call("POST", "/api/v1/enroll", {
			token: key,
			body: { hostname: "laptop-1", os: "linux" },
		});
		ids.endpoint = enrolled.json.id;
		const network_id = (await made("network", "/networks", { name: "Vienna" }))
			.id;
		await made("resource", "/network-resources", {
			network_id,
			name: "File server",
			address: "10.1.0.5",
		});
		await made("router", "/network-routers", {
			network_id,
			endpoint_id: ids.endpoint,
		});
		await made("policy", "/policies", {
			name: "Laptops to files",
			rules: [
				{
					action: "accept",
					protocol: "tcp",
					ports: [445],
					sources: [ids.laptops],
					destination_resource: { id: ids.resource, type: "host" },
				},
			],
		});
		await made("registered", "/registered-networks", {
			name: "Head office",
			ip_address: "203.0.113.8",
			prefix_length: 29,
			is_dynamic: false,
			status: "OPEN",
		});
		await made("dns", "/dns-policies", { name: "Visitors" });
		await scene.call(
			"PUT",
			`/dns-policies/${ids.dns}/identities/${ids.registered}`,
		);
	}

	async function judge() {
		await expectAccessible(scene.page);
		await expectNarrow(scene);
	}

	test.each([
		"/endpoints",
		"/setup-keys",
		"/networks",
		"/policies",
		"/dns-policies",
		"/registered-networks",
		"/endpoints/enrol",
		"/policies/new",
	])("%s is accessible, in light and dark, and fits a phone", async (path) => {
		await scene.open(path);
		await judge();
	});

	test.each([
		["endpoint", "/endpoints/", ""],
		["key", "/setup-keys/", ""],
		["network", "/networks/", ""],
		["network", "/networks/", "?tab=routers"],
		["network", "/networks/", "?tab=policies"],
		["network", "/networks/", "?tab=about"],
		["policy", "/policies/", ""],
		["policy", "/policies/", "/edit"],
		["dns", "/dns-policies/", ""],
		["registered", "/registered-networks/", ""],
	])(
		"the page of a %s (%s%s) is accessible, in light and dark, and fits a phone",
		async (name, path, tail) => {
			await scene.open(`${path}${ids[name]}${tail}`);
			await judge();
		},
	);

	test.each([
		["setup-keys", "New setup key"],
		["networks", "New network"],
		["dns-policies", "New DNS policy"],
		["registered-networks", "Register a network"],
	])(
		"the dialog of /%s, “%s”, is accessible and fits a phone",
		async (path, button) => {
			await scene.open(`/${path}`);
			await scene.page.getByRole("button", { name: button }).click();
			await scene.page.getByRole("dialog").waitFor();
			await judge();
		},
	);

	test("over all accounts, lists say whose each row is, and rows lead into their own account", async () => {
		const { page } = scene;
		for (const path of ["endpoints", "setup-keys", "networks", "policies"]) {
			await page.goto(`/a/all/${path}`);
			await page.getByRole("columnheader", { name: "Account" }).waitFor();
		}
		await page.getByRole("link", { name: "Laptops to files" }).click();
		await page.waitForURL(
			new RegExp(`/a/${scene.accountId}/policies/${ids.policy}$`),
		);
		await page.getByText("Laptops may reach File server on TCP 445").waitFor();
		await page.getByRole("button", { name: "Turn off" }).waitFor();
	});
});
