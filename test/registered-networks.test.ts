import { describe, expect, it } from "vitest";
import { sql } from "../src/db/index.ts";
import { refused, startNativeApi } from "./support/native-api.ts";

const { server, accountId, call, made } = await startNativeApi();

let count = 0;
const network = (fields: object = {}) => ({
	name: `Network ${++count}`,
	ip_address: `198.51.100.${count}`,
	prefix_length: 32,
	is_dynamic: false,
	status: "OPEN",
	...fields,
});
const register = (fields?: object) =>
	made("/registered-networks", network(fields));
const tryRegister = (fields: object) =>
	call("POST", "/registered-networks", network(fields));

async function verify(...ranges: string[]) {
	await server.server.database.transaction([accountId], (tx) =>
		tx.query(
			sql`update accounts set verified_ranges = ${ranges}::cidr[] where id = ${accountId}`,
		),
	);
}

const device = () =>
	made("/devices", {
		kind: "network_device",
		name: `Device ${++count}`,
		model: "m",
		mac_address: count.toString(16).padStart(12, "0"),
		serial_number: "1",
	});

describe("registered networks", () => {
	it("promise U5: are registered, read, listed, changed and deleted", async () => {
		const created = await register({ name: "Office", prefix_length: 29 });
		expect(created).toMatchObject({
			name: "Office",
			prefix_length: 29,
			is_dynamic: false,
			is_verified: false,
			status: "OPEN",
			version: 1,
		});
		const path = `/registered-networks/${created.id}`;
		expect((await call("GET", path)).json).toEqual(created);
		const { json } = await call("PATCH", path, { status: "CLOSED" });
		expect(json).toMatchObject({
			name: "Office",
			status: "CLOSED",
			version: 2,
		});
		const listed = await call(
			"GET",
			`/registered-networks?ip_address=${created.ip_address}`,
		);
		expect(listed.json.data).toEqual([json]);
		expect((await call("DELETE", path)).status).toBe(204);
		expect((await call("GET", path)).status).toBe(404);
	});

	it("are verified while they lie within the account's verified ranges", async () => {
		const created = await register({ ip_address: "203.0.113.9" });
		await verify("203.0.113.0/24");
		const path = `/registered-networks/${created.id}`;
		expect((await call("GET", path)).json.is_verified).toBe(true);
		await verify();
		expect((await call("GET", path)).json.is_verified).toBe(false);
	});

	it("outside the verified ranges are refused, by creation and by change", async () => {
		const before = await register();
		await verify("203.0.113.0/24");
		try {
			refused(
				await tryRegister({ ip_address: "192.0.2.1" }),
				403,
				"address_not_verified",
			);
			const inside = await register({ ip_address: "203.0.113.77" });
			expect(inside.is_verified).toBe(true);
			const path = `/registered-networks/${inside.id}`;
			refused(
				await call("PATCH", path, { ip_address: "192.0.2.1" }),
				403,
				"address_not_verified",
			);
			const renamed = await call("PATCH", `/registered-networks/${before.id}`, {
				name: "Still outside",
			});
			expect(renamed.status).toBe(200);
			expect((await tryRegister({ ip_address: undefined })).status).toBe(201);
		} finally {
			await verify();
		}
	});

	it("have names and addresses of their own", async () => {
		const first = await register({
			ip_address: "192.0.2.9",
			prefix_length: 29,
		});
		refused(
			await tryRegister({ name: first.name }),
			409,
			"registered_network_exists",
		);
		refused(
			await tryRegister({ ip_address: "192.0.2.10", prefix_length: 29 }),
			409,
			"network_address_exists",
		);
		const other = await register();
		const path = `/registered-networks/${other.id}`;
		refused(
			await call("PATCH", path, { name: first.name }),
			409,
			"registered_network_exists",
		);
		const moved = { ip_address: "192.0.2.9", prefix_length: 29 };
		refused(await call("PATCH", path, moved), 409, "network_address_exists");
	});

	it.each([
		["a name of 51 characters", { name: "n".repeat(51) }, "/name"],
		["no name", { name: "" }, "/name"],
		["a prefix of 28 bits", { prefix_length: 28 }, "/prefix_length"],
		["a prefix of 33 bits", { prefix_length: 33 }, "/prefix_length"],
		["another status", { status: "HALF" }, "/status"],
		["an IPv6 address", { ip_address: "2001:db8::1" }, "ipv4"],
		["half an address", { ip_address: "10.0.0." }, "ipv4"],
	])("refuse %s", async (_, fields, text) => {
		refused(await tryRegister(fields), 400, text);
	});
});

describe("DNS policies", () => {
	it("start with one default policy of priority 1", async () => {
		const { json } = await call("GET", "/dns-policies?is_default=true");
		expect(json.data).toMatchObject([
			{ name: "Default Policy", type: "dns", is_default: true },
		]);
	});

	it("come one after the other, the default one last", async () => {
		const names = async () => {
			const { json } = await call(
				"GET",
				"/dns-policies?type=dns&sort=priority",
			);
			const list = json.data as { name: string; priority: number }[];
			expect(list.map((p) => p.priority)).toEqual(list.map((_, i) => i + 1));
			return list.map((p) => p.name);
		};
		const a = await made("/dns-policies", { name: "a" });
		const b = await made("/dns-policies", { name: "b" });
		await made("/dns-policies", { name: "c", priority: 1 });
		expect(await names()).toEqual(["c", "a", "b", "Default Policy"]);
		await call("PATCH", `/dns-policies/${b.id}`, { priority: 2 });
		expect(await names()).toEqual(["c", "b", "a", "Default Policy"]);
		await call("DELETE", `/dns-policies/${a.id}`);
		expect(await names()).toEqual(["c", "b", "Default Policy"]);
		await call("PATCH", `/dns-policies/${b.id}`, { priority: 99 });
		expect(await names()).toEqual(["c", "b", "Default Policy"]);
	});

	it("keep the default one: it is neither moved nor deleted", async () => {
		const { json } = await call("GET", "/dns-policies?is_default=true");
		const path = `/dns-policies/${json.data[0].id}`;
		refused(await call("DELETE", path), 403, "default_policy");
		refused(await call("PATCH", path, { priority: 1 }), 403, "default_policy");
	});

	it("promise U5: are assigned to networks and network devices, twice as once, and taken back", async () => {
		const policy = await made("/dns-policies", { name: "Guests" });
		for (const { id } of [await register(), await device()]) {
			const path = `/dns-policies/${policy.id}/identities/${id}`;
			const applied = async () =>
				(await call("GET", `/dns-identities/${id}/policies?type=dns`)).json
					.data;
			expect(await applied()).toMatchObject([
				{ is_default: true, is_applied_directly: false },
			]);
			expect((await call("PUT", path)).status).toBe(200);
			expect((await call("PUT", path)).status).toBe(200);
			expect(await applied()).toMatchObject([
				{ id: policy.id, is_applied_directly: true },
			]);
			const { json } = await call(
				"GET",
				`/dns-policies/${policy.id}/identities`,
			);
			expect(json.data).toMatchObject([{ id }]);
			expect((await call("DELETE", path)).status).toBe(204);
			expect((await call("DELETE", path)).status).toBe(204);
			expect(await applied()).toMatchObject([{ is_default: true }]);
		}
	});

	it("are assigned to nothing that is not in the account", async () => {
		const policy = await made("/dns-policies", { name: "Lonely" });
		const monitored = await made("/devices", { name: "monitored" });
		for (const origin of ["999", accountId, monitored.id])
			for (const method of ["PUT", "DELETE"])
				refused(
					await call(method, `/dns-policies/${policy.id}/identities/${origin}`),
					404,
					"identity_not_found",
				);
		const { id } = await register();
		refused(
			await call("PUT", `/dns-policies/999/identities/${id}`),
			404,
			"policy_not_found",
		);
		refused(await call("GET", "/dns-identities/999/policies"), 404, "identity");
	});

	it("forget a network that is deleted", async () => {
		const policy = await made("/dns-policies", { name: "Forgetful" });
		const { id } = await register();
		await call("PUT", `/dns-policies/${policy.id}/identities/${id}`);
		await call("DELETE", `/registered-networks/${id}`);
		const { json } = await call("GET", `/dns-policies/${policy.id}`);
		expect(json.identities_count).toBe(0);
	});
});
