import { describe, expect, it } from "vitest";
import { sql } from "../src/db/index.ts";
import { insertAccount } from "../src/modules/accounts/index.ts";
import { refused, startNativeApi } from "./support/native-api.ts";

const { server, accountId, token, call, made } = await startNativeApi();

let count = 0;
const fresh = (what: string) => `${what} ${++count}`;
const network = () => made("/networks", { name: fresh("Network") });
const group = () => made("/groups", { name: fresh("Group") });

/** An endpoint, put there as enrolment would. */
async function endpoint(groups: readonly string[] = []): Promise<string> {
	return server.server.database.transaction([accountId], async (tx) => {
		const [row] = await tx.query<{ id: string }>(
			sql`insert into endpoints (account_id, name, device_id) values (${accountId}, 'router', ${fresh("device")}) returning id`,
		);
		const { id } = row as { id: string };
		for (const groupId of groups)
			await tx.query(
				sql`insert into group_endpoints (account_id, group_id, endpoint_id) values (${accountId}, ${groupId}, ${id})`,
			);
		return id;
	});
}

async function auditOf(id: string) {
	return server.server.database.reader([accountId]).query<{
		operation: string;
		// biome-ignore lint/suspicious/noExplicitAny: rows hold objects of every shape.
		before: any;
		// biome-ignore lint/suspicious/noExplicitAny: rows hold objects of every shape.
		after: any;
	}>(
		sql`select operation, before, after from audit_events where account_id = ${accountId} and target_id = ${id} order by id`,
	);
}

describe("networks", () => {
	it("promise N7: are created, read, listed, changed and deleted", async () => {
		const created = await made("/networks", {
			name: "Office",
			description: "Basement",
		});
		expect(created).toMatchObject({
			name: "Office",
			routers: [],
			resources: [],
			policies: [],
			routing_endpoints_count: 0,
			version: 1,
		});
		expect((await call("GET", `/networks/${created.id}`)).json).toEqual(
			created,
		);
		const changed = await call("PATCH", `/networks/${created.id}`, {
			description: "",
		});
		expect(changed.json).toMatchObject({
			name: "Office",
			description: "",
			version: 2,
		});
		const listed = await call("GET", "/networks?name=Office");
		expect(listed.json.data).toEqual([changed.json]);
		expect((await call("DELETE", `/networks/${created.id}`)).status).toBe(204);
		expect((await call("GET", `/networks/${created.id}`)).status).toBe(404);
		const rows = await auditOf(created.id);
		expect(rows.map((row) => row.operation)).toEqual([
			"networks.create",
			"networks.update",
			"networks.delete",
		]);
		expect(rows[1]).toMatchObject({
			before: { description: "Basement" },
			after: { description: "" },
		});
	});

	it("may share a name", async () => {
		await made("/networks", { name: "Twin" });
		await made("/networks", { name: "Twin" });
		const { json } = await call("GET", "/networks?name=Twin&count=true");
		expect(json.total).toBe(2);
	});

	it("name their routers, resources and the policies that lead to them", async () => {
		const { id } = await network();
		const { id: groupId } = await group();
		const inGroup = await endpoint([groupId]);
		const direct = await endpoint([groupId]);
		const byEndpoint = await made("/network-routers", {
			network_id: id,
			endpoint_id: direct,
		});
		const byGroup = await made("/network-routers", {
			network_id: id,
			groups: [groupId],
		});
		const resource = await made("/network-resources", {
			network_id: id,
			name: fresh("Resource"),
			address: "10.1.0.0/16",
			groups: [groupId],
		});
		const { json } = await call("GET", `/networks/${id}`);
		expect(inGroup).not.toBe(direct);
		expect(json).toMatchObject({
			routers: [byEndpoint.id, byGroup.id],
			resources: [resource.id],
			routing_endpoints_count: 2,
		});
	});

	it("take their routers and resources with them, each with its row in the log", async () => {
		const { id } = await network();
		const resource = await made("/network-resources", {
			network_id: id,
			name: fresh("Resource"),
			address: "10.2.0.1",
		});
		const router = await made("/network-routers", {
			network_id: id,
			endpoint_id: await endpoint(),
		});
		await call("DELETE", `/networks/${id}`);
		for (const [path, gone, operation] of [
			["network-resources", resource, "network_resources.delete"],
			["network-routers", router, "network_routers.delete"],
		]) {
			expect((await call("GET", `/${path}/${gone.id}`)).status).toBe(404);
			expect((await auditOf(gone.id)).at(-1)).toMatchObject({
				operation,
				before: { id: gone.id },
			});
		}
	});

	it("of another account do not exist here", async () => {
		const { id } = await network();
		const tenant = await server.server.database.transaction([accountId], (tx) =>
			insertAccount(tx, {
				kind: "tenant",
				parentId: accountId,
				name: "Tenant",
			}),
		);
		const foreign = await server.server.database.transaction(
			[tenant.id],
			async (tx) =>
				tx.query<{ id: string }>(
					sql`insert into networks (account_id, name) values (${tenant.id}, 'Foreign') returning id`,
				),
		);
		const { id: foreignId } = foreign[0] as { id: string };
		for (const [method, path, body] of [
			["GET", `/networks/${foreignId}`],
			["PATCH", `/networks/${foreignId}`, { name: "Mine" }],
			["DELETE", `/networks/${foreignId}`],
			[
				"POST",
				"/network-resources",
				{ network_id: foreignId, name: fresh("R"), address: "10.0.0.1" },
			],
			[
				"POST",
				"/network-routers",
				{ network_id: foreignId, endpoint_id: await endpoint() },
			],
		] as const)
			refused(await call(method, path, body), 404, "network_not_found");
		expect((await call("GET", `/networks/${id}`)).status).toBe(200);
	});

	it("are changed only at the version the caller has seen", async () => {
		const { id } = await network();
		await call("PATCH", `/networks/${id}`, { name: "Second" });
		const stale = await call(
			"PATCH",
			`/networks/${id}`,
			{ name: "Third" },
			token,
			{ "if-match": '"1"' },
		);
		expect(stale.status).toBe(412);
		expect((await call("GET", `/networks/${id}`)).json.name).toBe("Second");
	});
});

describe("network resources", () => {
	const add = async (address: string) =>
		call("POST", "/network-resources", {
			network_id: (await network()).id,
			name: fresh("Resource"),
			address,
		});

	it.each([
		["10.0.0.5", "host", "10.0.0.5/32"],
		["10.0.0.5/32", "host", "10.0.0.5/32"],
		["10.0.0.0/8", "subnet", "10.0.0.0/8"],
		["2001:DB8:0:0::1", "host", "2001:db8::1/128"],
		["2001:db8::/32", "subnet", "2001:db8::/32"],
		["Files.Example.com", "domain", "files.example.com"],
		["*.example.com", "domain", "*.example.com"],
		["bücher.example", "domain", "xn--bcher-kva.example"],
	])("take %s for a %s", async (address, type, stored) => {
		const { json } = await add(address);
		expect(json).toMatchObject({ type, address: stored, enabled: true });
	});

	it.each([
		"10.0.0.0/33",
		"300.1.1.1",
		"10.0.0",
		"fe80::1%eth0",
		"a..b",
		"-a.example",
		"*.*.example.com",
		"a b",
		"http://a.example/",
		`${"a".repeat(64)}.example`,
	])("refuse the address %s", async (address) => {
		refused(await add(address), 400, "resource_address");
	});

	it("have names of their own in the whole account", async () => {
		const name = fresh("Resource");
		const first = await made("/network-resources", {
			network_id: (await network()).id,
			name,
			address: "10.0.0.1",
		});
		const other = await made("/network-resources", {
			network_id: (await network()).id,
			name: fresh("Resource"),
			address: "10.0.0.1",
		});
		refused(
			await call("POST", "/network-resources", {
				network_id: other.network_id,
				name,
				address: "10.0.0.2",
			}),
			409,
			"network_resource_exists",
		);
		const path = `/network-resources/${other.id}`;
		refused(
			await call("PATCH", path, { name }),
			409,
			"network_resource_exists",
		);
		const same = await call("PATCH", `/network-resources/${first.id}`, {
			name,
			enabled: false,
		});
		expect(same.json).toMatchObject({ name, enabled: false, version: 2 });
	});

	it("are in the groups that are named, and only in known ones", async () => {
		const [one, two] = [await group(), await group()];
		const resource = await made("/network-resources", {
			network_id: (await network()).id,
			name: fresh("Resource"),
			address: "10.0.0.1",
			groups: [one.id],
		});
		expect(resource.groups).toEqual([
			{ id: one.id, name: one.name, endpoints_count: 0, resources_count: 1 },
		]);
		const path = `/network-resources/${resource.id}`;
		refused(
			await call("PATCH", path, { groups: [two.id, "999"] }),
			400,
			"unknown_group",
		);
		const moved = await call("PATCH", path, { groups: [two.id] });
		expect(moved.json.groups.map((g: { id: string }) => g.id)).toEqual([
			two.id,
		]);
		const found = await call("GET", `/network-resources?group_id=${two.id}`);
		expect(found.json.data).toEqual([moved.json]);
	});

	it("are listed for one network or for the whole account", async () => {
		const { id } = await network();
		const body = { network_id: id, name: fresh("R"), address: "a.example" };
		const resource = await made("/network-resources", body);
		const one = await call("GET", `/network-resources?network_id=${id}`);
		expect(one.json.data).toEqual([resource]);
		const all = await call("GET", "/network-resources?account=*&limit=1000");
		expect(all.json.data).toContainEqual(resource);
	});
});

describe("network routers", () => {
	it("route through one endpoint or through groups, never both or neither", async () => {
		const { id: network_id } = await network();
		const { id: groupId } = await group();
		const endpoint_id = await endpoint();
		const add = (body: object) =>
			call("POST", "/network-routers", { network_id, ...body });
		refused(
			await add({ endpoint_id, groups: [groupId] }),
			400,
			"endpoint_and_groups",
		);
		refused(await add({}), 400, "endpoint_or_groups");
		refused(await add({ groups: [] }), 400, "endpoint_or_groups");
		refused(await add({ endpoint_id: "999" }), 400, "unknown_endpoint");
		refused(await add({ groups: ["999"] }), 400, "unknown_group");
		refused(await add({ endpoint_id, metric: 10_000 }), 400, "maximum");
		expect((await add({ endpoint_id })).json).toMatchObject({
			endpoint_id,
			groups: [],
			metric: 9999,
			masquerade: true,
			enabled: true,
		});
	});

	it("change from an endpoint to groups and back, keeping the groups' order", async () => {
		const groups = [(await group()).id, (await group()).id].reverse();
		const endpoint_id = await endpoint();
		const { id } = await made("/network-routers", {
			network_id: (await network()).id,
			endpoint_id,
			metric: 5,
		});
		const path = `/network-routers/${id}`;
		const grouped = await call("PATCH", path, { groups });
		expect(grouped.json).toMatchObject({
			endpoint_id: null,
			groups,
			metric: 5,
		});
		refused(
			await call("PATCH", path, { groups: [] }),
			400,
			"endpoint_or_groups",
		);
		const back = await call("PATCH", path, { endpoint_id, enabled: false });
		expect(back.json).toMatchObject({
			endpoint_id,
			groups: [],
			enabled: false,
		});
		expect((await call("DELETE", path)).status).toBe(204);
		expect((await call("GET", path)).status).toBe(404);
	});
});
