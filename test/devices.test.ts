import { describe, expect, it } from "vitest";
import { sql } from "../src/db/index.ts";
import { refused, startNativeApi } from "./support/native-api.ts";
import { makeTenant } from "./support/people.ts";

const { server, accountId, call, made } = await startNativeApi();

let count = 0;
const fresh = (what: string) => `${what}-${++count}`;
const monitored = (fields: object = {}) =>
	made("/devices", { name: fresh("host"), ...fields });
const registration = (fields: object = {}) => ({
	kind: "network_device",
	name: fresh("box"),
	model: "abctest",
	mac_address: (++count).toString(16).padStart(12, "0"),
	serial_number: "1234",
	...fields,
});
const register = (fields?: object) => made("/devices", registration(fields));

async function named(text: string) {
	return call("GET", `/devices/resolve?named=${encodeURIComponent(text)}`);
}

describe("monitored devices", () => {
	it("are added by name, read, changed and deleted", async () => {
		const created = await made("/devices", {
			name: "core-1.example",
			ip_address: "192.0.2.10",
			category: "Switch",
			custom_fields: { Building: "7" },
		});
		expect(created).toMatchObject({
			kind: "monitored",
			name: "core-1.example",
			display_name: "core-1.example",
			ip_address: "192.0.2.10",
			category: "Switch",
			type: "Unknown",
			managed: true,
			suppressed: false,
			poll_interval_seconds: 300,
			custom_fields: { Building: "7" },
			version: 1,
		});
		const path = `/devices/${created.id}`;
		expect((await call("GET", path)).json).toEqual(created);
		const changed = await call("PATCH", path, {
			display_name: "Core",
			ip_address: null,
			poll_interval_seconds: 60,
			custom_fields: {},
		});
		expect(changed.json).toMatchObject({
			name: "core-1.example",
			display_name: "Core",
			ip_address: null,
			poll_interval_seconds: 60,
			custom_fields: {},
			version: 2,
		});
		expect((await call("DELETE", path)).status).toBe(204);
		expect((await call("GET", path)).status).toBe(404);
		const rows = await server.server.database.reader([accountId]).query(
			sql`select operation, target_name, before ->> 'display_name' as before, after ->> 'display_name' as after
				from audit_events where account_id = ${accountId} and target_id = ${created.id} order by id`,
		);
		expect(rows).toEqual([
			{
				operation: "devices.create",
				target_name: "core-1.example",
				before: null,
				after: "core-1.example",
			},
			{
				operation: "devices.update",
				target_name: "core-1.example",
				before: "core-1.example",
				after: "Core",
			},
			{
				operation: "devices.delete",
				target_name: "core-1.example",
				before: "Core",
				after: null,
			},
		]);
	});

	it("say plainly that nothing has polled them yet", async () => {
		const { id, status, monitoring, status_at } = await monitored();
		expect({ status, monitoring, status_at }).toEqual({
			status: 7,
			monitoring: "not_monitored_yet",
			status_at: null,
		});
		const off = await call("POST", `/devices/${id}/set-managed`, {
			managed: false,
		});
		expect(off.status).toBe(200);
		expect(off.json).toMatchObject({ managed: false, monitoring: "unmanaged" });
		const kept = await call("POST", `/devices/${id}/set-suppressed`, {
			suppressed: true,
		});
		expect(kept.json).toMatchObject({ managed: false, suppressed: true });
	});

	it("lose their status when they are no longer managed", async () => {
		const { id } = await monitored();
		await server.server.database.transaction([accountId], (tx) =>
			tx.query(
				sql`update devices set status = 5, status_at = now() where account_id = ${accountId} and id = ${id}`,
			),
		);
		const polled = await call("GET", `/devices/${id}`);
		expect(polled.json).toMatchObject({ status: 5, monitoring: "monitored" });
		for (const managed of [false, true]) {
			const { json } = await call("PATCH", `/devices/${id}`, { managed });
			expect(json).toMatchObject({ status: 7, status_at: null });
		}
	});

	it("are named by their address when they have no name, and the other way round", async () => {
		const byAddress = await made("/devices", { ip_address: "192.0.2.20" });
		expect(byAddress.name).toBe("192.0.2.20");
		const byName = await made("/devices", { name: "192.0.2.21" });
		expect(byName.ip_address).toBe("192.0.2.21");
		refused(await call("POST", "/devices", {}), 400, "name_or_address");
	});

	it("exist once by name, and once by address at one probe", async () => {
		const first = await monitored({ ip_address: "192.0.2.30" });
		refused(
			await call("POST", "/devices", { name: first.name }),
			409,
			"device_exists",
		);
		refused(
			await call("POST", "/devices", {
				name: fresh("host"),
				ip_address: "192.0.2.30",
			}),
			409,
			"device_exists",
		);
		const probe = await made("/probes", { name: fresh("probe") });
		const elsewhere = await monitored({
			ip_address: "192.0.2.30",
			probe_id: probe.id,
		});
		refused(
			await call("PATCH", `/devices/${elsewhere.id}`, { probe_id: null }),
			409,
			"device_exists",
		);
	});

	it("keep their name, which is their key to clients", async () => {
		const { id, name } = await monitored();
		const path = `/devices/${id}`;
		refused(await call("PATCH", path, { name: fresh("x") }), 400, "immutable");
		expect((await call("PATCH", path, { name })).status).toBe(200);
	});

	it.each([
		["a wrong address", { ip_address: "192.0.2.300" }, "/ip_address"],
		["an unknown category", { category: "Toaster" }, "/category"],
		["an unknown probe", { probe_id: "999" }, "unknown_probe"],
		["an unknown region", { region_id: "999" }, "unknown_region"],
		["a model", { model: "m" }, "/model"],
		[
			"an interval below ten seconds",
			{ poll_interval_seconds: 9 },
			"/poll_interval_seconds",
		],
		[
			"a field that is not text",
			{ custom_fields: { Floor: 3 } },
			"/custom_fields/Floor",
		],
	])("refuse %s", async (_, fields, text) => {
		const body = { name: fresh("host"), ...fields };
		refused(await call("POST", "/devices", body), 400, text);
	});
});

describe("network devices", () => {
	it("promise U5: are registered with model, MAC address and serial number", async () => {
		const created = await register({ mac_address: "0011223344AB", tag: "lab" });
		expect(created).toMatchObject({
			kind: "network_device",
			model: "abctest",
			mac_address: "0011223344ab",
			serial_number: "1234",
			tag: "lab",
			monitoring: "unmanaged",
		});
		expect(created.device_id).toMatch(/^f338[0-9a-f]{12}$/);
		const path = `/devices/${created.id}`;
		const renamed = await call("PATCH", path, { name: "renamed" });
		expect(renamed.json).toMatchObject({ name: "renamed", version: 2 });
		const found = await call("GET", "/devices?mac_address=0011223344AB");
		expect(found.json.data).toEqual([renamed.json]);
		expect((await call("DELETE", path)).status).toBe(204);
	});

	it.each([
		["no name", { name: undefined }, "/name"],
		["no model", { model: undefined }, "/model"],
		["no MAC address", { mac_address: undefined }, "/mac_address"],
		["no serial number", { serial_number: undefined }, "/serial_number"],
		[
			"a MAC address with colons",
			{ mac_address: "00:11:22:33:44:55" },
			"/mac_address",
		],
		["a model with a space", { model: "a b" }, "/model"],
		["a name of 51 characters", { name: "n".repeat(51) }, "/name"],
		["a tag of 51 characters", { tag: "t".repeat(51) }, "/tag"],
	])("refuse %s", async (_, fields, text) => {
		refused(await call("POST", "/devices", registration(fields)), 400, text);
	});

	it("have a MAC address and a name of their own", async () => {
		const { mac_address, name } = await register();
		refused(
			await call(
				"POST",
				"/devices",
				registration({ mac_address: mac_address.toUpperCase() }),
			),
			409,
			"mac_address_exists",
		);
		refused(
			await call("POST", "/devices", registration({ name })),
			409,
			"device_exists",
		);
	});
});

describe("lists of devices", () => {
	it("filter by every field and sort by what people look at", async () => {
		const vendor = fresh("vendor");
		const a = await monitored({
			vendor,
			display_name: "a",
			ip_address: "192.0.2.101",
			type: "T1",
		});
		const b = await monitored({
			vendor,
			display_name: "b",
			ip_address: "192.0.2.99",
			category: "Printer",
		});
		const ids = async (query: string) => {
			const { json } = await call("GET", `/devices?vendor=${vendor}&${query}`);
			return json.data.map((d: { id: string }) => d.id);
		};
		expect(await ids("sort=-display_name")).toEqual([b.id, a.id]);
		expect(await ids("sort=ip_address")).toEqual([b.id, a.id]);
		expect(await ids("type=T1")).toEqual([a.id]);
		expect(await ids("category=Printer")).toEqual([b.id]);
		expect(await ids("status=7&status=1")).toEqual([a.id, b.id]);
		expect(await ids("status=5")).toEqual([]);
		expect(await ids("ip_address=192.0.2.99")).toEqual([b.id]);
		expect(await ids("search=192.0.2.10")).toEqual([a.id]);
		expect(await ids("kind=network_device")).toEqual([]);
		const counted = await call(
			"GET",
			`/devices?vendor=${vendor}&limit=1&count=true`,
		);
		expect(counted.json).toMatchObject({ total: 2, has_more: true });
	});

	it("find a device in its region, which may be that of its probe", async () => {
		const [north, south] = [
			await made("/regions", { name: "North" }),
			await made("/regions", { name: "South" }),
		];
		const probe = await made("/probes", {
			name: fresh("probe"),
			region_id: north.id,
		});
		const near = await monitored({ probe_id: probe.id });
		const far = await monitored({ probe_id: probe.id, region_id: south.id });
		const inRegion = async (id: string) =>
			(await call("GET", `/devices?region_id=${id}`)).json.data;
		expect(await inRegion(north.id)).toEqual([near]);
		expect(await inRegion(south.id)).toEqual([far]);
		expect(near).toMatchObject({
			probe_number: probe.number,
			probe_name: probe.name,
		});
		for (const filter of [
			`probe_id=${probe.id}`,
			`probe_name=${probe.name}`,
			`probe_number=${probe.number}`,
		])
			expect((await call("GET", `/devices?${filter}`)).json.data).toEqual([
				near,
				far,
			]);
		expect(
			[near, far].map((d) => [d.region_id, d.effective_region_id]),
		).toEqual([
			[null, north.id],
			[south.id, south.id],
		]);
	});

	it("know what a device can be", async () => {
		const { json } = await call("GET", "/device-categories");
		expect(json.data).toContainEqual({
			name: "LoadBalancer",
			title: "Load Balancer",
		});
		expect(json.data).toHaveLength(29);
	});
});

describe("what a text means", () => {
	it("is the exact name first, then the name at a probe, the address, the label", async () => {
		const probe = await made("/probes", { name: fresh("probe") });
		const device = await monitored({
			ip_address: "192.0.2.150",
			display_name: "The label",
			probe_id: probe.id,
		});
		const at = (number: number) => `${device.name}.${number}0000000001`;
		for (const text of [
			device.name,
			at(probe.number),
			"192.0.2.150",
			"The label",
		])
			expect((await named(text)).json, text).toMatchObject({ id: device.id });
		refused(await named(at(probe.number + 1)), 404, "device_not_found");
		const shadow = await monitored({ display_name: device.name });
		expect((await named(device.name)).json.id).toBe(device.id);
		expect((await named(shadow.name)).json.id).toBe(shadow.id);
	});

	it("is looked for over several accounts, and nothing where it is in two of them", async () => {
		const [one, two] = [
			await makeTenant(server, fresh("tenant")),
			await makeTenant(server, fresh("tenant")),
		];
		const name = fresh("shared");
		const added = await made(`/devices?account=${one}`, { name });
		const find = () =>
			call("GET", `/devices/resolve?named=${name}&account=${one},${two}`);
		expect((await find()).json).toMatchObject({ id: added.id });
		await made(`/devices?account=${two}`, { name });
		refused(await find(), 409, "device_ambiguous");
		refused(await named(name), 404, "device_not_found");
	});

	it("is nothing where several devices share an address or a label", async () => {
		const probe = await made("/probes", { name: fresh("probe") });
		await monitored({ ip_address: "192.0.2.160", display_name: "Twin" });
		await monitored({
			ip_address: "192.0.2.160",
			display_name: "Twin",
			probe_id: probe.id,
		});
		refused(await named("192.0.2.160"), 409, "device_ambiguous");
		refused(await named("Twin"), 409, "device_ambiguous");
		refused(await named("nobody"), 404, "device_not_found");
	});
});
