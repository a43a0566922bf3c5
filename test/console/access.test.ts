import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { chromiumPath } from "../support/browser.ts";
import { type ConsoleScene, openConsole } from "../support/console-scene.ts";
import { pickOption } from "../support/pick-option.ts";

describe.skipIf(chromiumPath === undefined)("pages of access", () => {
	let scene: ConsoleScene;

	beforeAll(async () => {
		scene = await openConsole();
		for (const name of ["Laptops", "Web servers"])
			await scene.call("POST", "/groups", { name });
	});

	afterEach(() => scene.endTest());

	afterAll(() => scene?.stop());

	const dialog = () => scene.page.getByRole("dialog");
	const press = (name: string) =>
		scene.page.getByRole("button", { name, exact: true }).click();
	/** A field's name, with the word that marks what may stay empty. */
	const field = (label: string) => new RegExp(`^${label}\\s*(optional)?$`);
	const type = (label: string, text: string) =>
		scene.page.getByRole("textbox", { name: field(label) }).fill(text);

	/** Finds something in a combobox by a few letters. */
	async function choose(label: string, text: string, nth = 0): Promise<void> {
		const { page } = scene;
		await page
			.getByRole("combobox", { name: field(label) })
			.nth(nth)
			.fill(text);
		await pickOption(page, text);
		// The next one must not find what this list still offers while it closes.
		await page.getByRole("listbox").waitFor({ state: "detached" });
	}

	function enrol(key: string, hostname: string) {
		return scene.server.call("POST", "/api/v1/enroll", {
			token: key,
			body: { hostname, os: "linux" },
		});
	}

	/** What the NetBird wire answers the owner. */
	async function wire(path: string) {
		const { server } = scene;
		const { json } = await server.call("GET", `/api${path}`, {
			token: server.first.token,
		});
		return json;
	}

	test("a setup key made on the page enrols a machine, is shown once, and the page says that the machine has joined", async () => {
		const { page } = scene;
		await scene.open("/endpoints");
		await page.getByRole("link", { name: "Enrol a computer" }).first().click();
		await type("Name", "Sales laptops");
		await choose("Groups", "Laptops");
		await press("Make setup key");
		await page.getByText("Shown only now").waitFor();
		const command = page.getByText(/^sudo netbird up/);
		const line = (await command.textContent()) as string;
		const key = /--setup-key ([0-9A-F-]{36})$/.exec(line)?.[1] as string;
		expect(line).toContain(`--management-url ${scene.server.url} `);

		await page.getByText("Waiting for the computer.").waitFor();
		const enrolled = await enrol(key, "laptop-7");
		expect(enrolled.status, enrolled.text).toBe(200);
		await page.getByText("laptop-7 has joined").waitFor();
		await page.getByRole("link", { name: "Open it" }).click();
		await page.getByRole("heading", { level: 1, name: "laptop-7" }).waitFor();
		await page.getByRole("link", { name: "Laptops", exact: true }).waitFor();
		expect(await page.content()).not.toContain(key);
		expect((await enrol(key, "laptop-8")).status).toBe(403);
	});

	test("a setup key is gone from the page after its dialog, which closes only after the tick, and is revoked for good", async () => {
		const { page } = scene;
		await scene.open("/setup-keys");
		await press("New setup key");
		await type("Name", "Containers");
		await page.getByRole("radio", { name: /^Several machines/ }).click();
		await press("Make setup key");
		await dialog().getByText("Shown only now").waitFor();
		const key = await dialog().locator("code").first().textContent();
		await page.keyboard.press("Escape");
		expect(await dialog().isVisible()).toBe(true);
		const answers: string[] = [];
		page.on("response", async (response) => {
			if (response.url().includes("/api/"))
				answers.push(await response.text().catch(() => ""));
		});
		await dialog().getByRole("checkbox").click();
		await dialog().getByText("Close", { exact: true }).click();
		await dialog().waitFor({ state: "hidden" });
		await page.getByRole("link", { name: "Containers" }).click();
		await page.getByText("Machines can enrol with it.").waitFor();
		expect(await page.content()).not.toContain(key);
		expect(answers.join()).not.toContain(key);

		expect((await enrol(key as string, "pod-1")).status).toBe(200);
		await press("Revoke");
		await press("Revoke setup key");
		await page.getByText("Somebody revoked it.").waitFor();
		expect((await enrol(key as string, "pod-2")).status).toBe(403);
	});

	test("a network, its resource, its router and a policy made on the pages are what the NetBird wire answers", async () => {
		const { page } = scene;
		await scene.open("/networks");
		await page.getByRole("button", { name: "New network" }).first().click();
		await type("Name", "Vienna office");
		await press("Create network");
		await page
			.getByRole("heading", { level: 1, name: "Vienna office" })
			.waitFor();
		const networkId = page.url().split("/").at(-1);

		await page.getByRole("button", { name: "Add a resource" }).first().click();
		await type("Name", "File server");
		await type("Address", "10.1.0.5");
		await choose("Groups", "Web servers");
		await press("Add resource");
		await page.getByRole("button", { name: "File server" }).waitFor();

		await page.getByRole("tab", { name: /^Routers/ }).click();
		await page.getByRole("button", { name: "Add a router" }).first().click();
		await choose("Endpoint", "laptop-7");
		await press("Add router");
		await page.getByRole("button", { name: "laptop-7" }).waitFor();

		await scene.open("/policies/new");
		await type("Name", "Laptops to web");
		await choose("From", "Laptops");
		await choose("To", "Web servers");
		await page.getByRole("textbox", { name: "Ports" }).fill("443");
		await page.keyboard.press("Enter");
		await page.getByText("Laptops may reach Web servers on TCP 443").waitFor();
		await press("Create policy");
		await page
			.getByRole("heading", { level: 1, name: "Laptops to web" })
			.waitFor();

		expect(await wire("/networks")).toMatchObject([
			{ id: networkId, name: "Vienna office", routing_peers_count: 1 },
		]);
		expect(await wire(`/networks/${networkId}/resources`)).toMatchObject([
			{ name: "File server", address: "10.1.0.5/32", type: "host" },
		]);
		expect(await wire(`/networks/${networkId}/routers`)).toMatchObject([
			{ enabled: true, masquerade: true },
		]);
		const policies = await wire("/policies");
		expect(
			policies.find(({ name }: { name: string }) => name === "Laptops to web"),
		).toMatchObject({
			enabled: true,
			rules: [
				{
					protocol: "tcp",
					ports: ["443"],
					sources: [{ name: "Laptops" }],
					destinations: [{ name: "Web servers" }],
				},
			],
		});
	});

	test("a policy's rules are added, ordered and turned off, and an incomplete one is refused in place", async () => {
		const { page } = scene;
		const groups = (await scene.call("GET", "/groups")).data;
		const id = (name: string) =>
			groups.find((group: { name: string }) => group.name === name).id;
		const policy = await scene.call("POST", "/policies", {
			name: "Ordered",
			rules: [
				{
					action: "accept",
					protocol: "udp",
					port_ranges: [{ start: 8000, end: 8100 }],
					sources: [id("Laptops")],
					destinations: [id("All")],
				},
			],
		});
		await scene.open(`/policies/${policy.id}/edit`);
		await page.getByText("Laptops may reach All on UDP 8000-8100").waitFor();
		await press("Add a rule");
		await press("Save");
		await page.getByText("Say who.").waitFor();
		await choose("From", "Web servers", 1);
		await choose("To", "Laptops", 1);
		await press("Move rule 2 up");
		await press("Save");
		await page.getByRole("heading", { level: 1, name: "Ordered" }).waitFor();
		await press("Turn off");
		await page.getByText("The policy is off, so none counts.").waitFor();
		expect(await scene.call("GET", `/policies/${policy.id}`)).toMatchObject({
			enabled: false,
			rules: [
				{ protocol: "tcp", ports: [], sources: [{ name: "Web servers" }] },
				{
					id: policy.rules[0].id,
					port_ranges: [{ start: 8000, end: 8100 }],
				},
			],
		});
	});

	test("a DNS policy is assigned to a registered network and taken from it", async () => {
		const { page } = scene;
		await scene.open("/registered-networks");
		await page
			.getByRole("button", { name: "Register a network" })
			.first()
			.click();
		await type("Name", "Head office");
		await type("Public IPv4 address", "203.0.113.8");
		await press("Register network");
		await page
			.getByRole("heading", { level: 1, name: "Head office" })
			.waitFor();

		await scene.open("/dns-policies");
		await page.getByRole("button", { name: "New DNS policy" }).first().click();
		await type("Name", "Visitors");
		await press("Create policy");
		await page.getByRole("heading", { level: 1, name: "Visitors" }).waitFor();
		const policyId = page.url().split("/").at(-1);
		await press("Assign");
		await choose("Registered networks", "Head office");
		await dialog().getByRole("button", { name: "Assign" }).click();
		await page.getByRole("link", { name: "Head office" }).waitFor();
		const path = `/dns-policies/${policyId}/identities`;
		expect((await scene.call("GET", path)).data).toMatchObject([
			{ kind: "registered_network", name: "Head office" },
		]);
		await page.getByRole("checkbox", { name: "Choose row" }).click();
		await press("Unassign 1");
		await press("Unassign from 1 identity");
		await dialog().getByText("1 done.").waitFor();
		expect((await scene.call("GET", path)).data).toEqual([]);
	});
});
