import { describe, expect, it } from "vitest";
import { sql } from "../src/db/index.ts";
import { refused, startNativeApi } from "./support/native-api.ts";

const { server, accountId, token, call, made } = await startNativeApi();
const staff: string = (await made("/groups", { name: "Staff" })).id;
const web: string = (await made("/groups", { name: "Web" })).id;

const rule = (fields: object = {}) => ({
	action: "accept",
	protocol: "tcp",
	sources: [staff],
	destinations: [web],
	...fields,
});
const policy = (...rules: object[]) =>
	made("/policies", { name: "Policy", rules });

async function resource(): Promise<string> {
	const network = await made("/networks", { name: "Network" });
	const { id } = await made("/network-resources", {
		network_id: network.id,
		name: `Resource of ${network.id}`,
		address: "10.0.0.1",
	});
	return id;
}

async function endpoint(): Promise<string> {
	const [row] = await server.server.database.transaction([accountId], (tx) =>
		tx.query<{ id: string }>(
			sql`insert into endpoints (account_id, name, device_id) values (${accountId}, 'laptop', gen_random_uuid()) returning id`,
		),
	);
	return (row as { id: string }).id;
}

describe("access policies", () => {
	it("promise N7: are created with their rules, changed and deleted", async () => {
		const created = await policy(rule({ name: "HTTPS", ports: [443] }));
		expect(created).toMatchObject({
			name: "Policy",
			enabled: true,
			version: 1,
			rules: [
				{
					id: created.id,
					name: "HTTPS",
					enabled: true,
					action: "accept",
					bidirectional: false,
					protocol: "tcp",
					ports: [443],
					port_ranges: [],
					authorized_groups: null,
					sources: [
						{
							id: staff,
							name: "Staff",
							endpoints_count: 0,
							resources_count: 0,
						},
					],
					source_resource: null,
					destinations: [{ id: web, name: "Web" }],
					destination_resource: null,
				},
			],
		});
		const path = `/policies/${created.id}`;
		expect((await call("GET", path)).json).toEqual(created);
		const changed = await call("PATCH", path, { enabled: false });
		expect(changed.json).toEqual({
			...created,
			enabled: false,
			version: 2,
			updated_at: changed.json.updated_at,
		});
		expect((await call("DELETE", path)).status).toBe(204);
		expect((await call("GET", path)).status).toBe(404);
		const rows = await server.server.database.reader([accountId]).query(
			sql`select operation, target_name, before -> 'enabled' as before, after -> 'enabled' as after
				from audit_events where account_id = ${accountId} and target_id = ${created.id} order by id`,
		);
		expect(rows).toEqual([
			{
				operation: "policies.create",
				target_name: "Policy",
				before: null,
				after: true,
			},
			{
				operation: "policies.update",
				target_name: "Policy",
				before: true,
				after: false,
			},
			{
				operation: "policies.delete",
				target_name: "Policy",
				before: false,
				after: null,
			},
		]);
	});

	it("of a new account let everything in the group All talk", async () => {
		const { json } = await call("GET", "/policies?name=Default");
		expect(json.data).toMatchObject([
			{
				rules: [
					{
						id: json.data[0].id,
						protocol: "all",
						bidirectional: true,
						sources: [{ name: "All" }],
						destinations: [{ name: "All" }],
					},
				],
			},
		]);
	});

	it("replace all rules at once; a rule that is sent with its id keeps it", async () => {
		const created = await policy(rule({ name: "a" }), rule({ name: "b" }));
		const [a, b] = created.rules;
		expect(a.id).toBe(created.id);
		expect(b.id).not.toBe(a.id);
		const path = `/policies/${created.id}`;
		const { json } = await call("PATCH", path, {
			rules: [
				rule({ name: "new" }),
				rule({ id: b.id, name: "b2", action: "drop" }),
			],
		});
		expect(json.rules).toMatchObject([
			{ id: created.id, name: "new" },
			{ id: b.id, name: "b2", action: "drop" },
		]);
		const third = await call("PATCH", path, {
			rules: [rule({ name: "newer" }), rule({ id: created.id, name: "kept" })],
		});
		expect(third.json.rules[0].id).not.toBe(created.id);
		expect(third.json.rules[1]).toMatchObject({ id: created.id, name: "kept" });
	});

	it("keep groups in the order they were sent in", async () => {
		const third = (await made("/groups", { name: "Third" })).id;
		const sources = [third, web, staff];
		const { rules } = await policy(rule({ sources }));
		expect(rules[0].sources.map((g: { id: string }) => g.id)).toEqual(sources);
	});

	it("take one resource or endpoint as a side, and show which networks they lead to", async () => {
		const id = await resource();
		const laptop = await endpoint();
		const created = await policy(
			rule({
				sources: null,
				source_resource: { id: laptop, type: "endpoint" },
				destinations: undefined,
				destination_resource: { id, type: "host" },
			}),
		);
		expect(created.rules[0]).toMatchObject({
			sources: [],
			source_resource: { id: laptop, type: "endpoint" },
			destination_resource: { id, type: "host" },
		});
		const { network_id } = (await call("GET", `/network-resources/${id}`)).json;
		const direct = await call("GET", `/networks/${network_id}`);
		expect(direct.json.policies).toEqual([created.id]);
		await call("PATCH", `/network-resources/${id}`, { groups: [web] });
		const byGroup = await policy(rule({ destinations: [web] }));
		const both = await call("GET", `/networks/${network_id}`);
		expect(both.json.policies).toContain(byGroup.id);
	});

	it("may keep naming a resource that has gone, but not begin to", async () => {
		const id = await resource();
		const rules = [
			rule({
				destinations: undefined,
				destination_resource: { id, type: "host" },
			}),
		];
		const created = await policy(...rules);
		await call("DELETE", `/network-resources/${id}`);
		const kept = await call("PATCH", `/policies/${created.id}`, { rules });
		expect(kept.status).toBe(200);
		refused(
			await call("POST", "/policies", { name: "P", rules }),
			400,
			"unknown_resource",
		);
	});

	it("are found by the groups they name", async () => {
		const lone = (await made("/groups", { name: "Lone" })).id;
		const created = await policy(rule({ destinations: [lone] }));
		const { json } = await call("GET", `/policies?group_id=${lone}`);
		expect(json.data).toEqual([created]);
		refused(await call("DELETE", `/groups/${lone}`), 409, "group_linked");
	});

	it.each([
		[
			"both groups and a resource as source",
			{ source_resource: { id: "1", type: "host" } },
			"sources_and_resource",
		],
		[
			"both groups and a resource as destination",
			{ destination_resource: { id: "1", type: "host" } },
			"destinations_and_resource",
		],
		["no source", { sources: undefined }, "no_sources"],
		["no destination", { destinations: null }, "no_destinations"],
		[
			"ports and ranges of ports",
			{ ports: [1], port_ranges: [{ start: 1, end: 2 }] },
			"ports_and_port_ranges",
		],
		[
			"ports of all protocols",
			{ protocol: "all", ports: [1] },
			"ports_not_allowed",
		],
		[
			"ranges of ports of icmp",
			{ protocol: "icmp", port_ranges: [{ start: 1, end: 2 }] },
			"ports_not_allowed",
		],
		[
			"a range from above",
			{ port_ranges: [{ start: 2, end: 1 }] },
			"port_range_reversed",
		],
		["a port past the last", { ports: [65_536] }, "maximum"],
		["an unknown action", { action: "allow" }, "enum"],
		["an unknown protocol", { protocol: "gre" }, "enum"],
		["an unknown group", { sources: ["999"] }, "unknown_group"],
		[
			"an unknown endpoint",
			{ sources: undefined, source_resource: { id: "999", type: "endpoint" } },
			"unknown_resource",
		],
		["the id of no rule of its own", { id: "999" }, "invalid_rule_id"],
	])("refuse %s", async (_, fields, reason) => {
		const created = await policy(rule());
		const answer = await call("PATCH", `/policies/${created.id}`, {
			rules: [rule(fields)],
		});
		refused(answer, 400, reason);
		expect((await call("GET", `/policies/${created.id}`)).json).toEqual(
			created,
		);
		refused(
			await call("POST", "/policies", { name: "P", rules: [rule(fields)] }),
			400,
			reason,
		);
	});

	it("refuse a remote shell that leaves out a source group", async () => {
		const shell = (authorized_groups: object) =>
			call("POST", "/policies", {
				name: "Shell",
				rules: [rule({ protocol: "netbird-ssh", authorized_groups })],
			});
		refused(await shell({ [web]: ["root"] }), 400, "authorized_group_missing");
		const { json } = await shell({ [staff]: ["root"] });
		expect(json.rules[0].authorized_groups).toEqual({ [staff]: ["root"] });
	});

	it("refuse a policy without a name or without rules", async () => {
		refused(
			await call("POST", "/policies", { name: "", rules: [rule()] }),
			400,
			"/name",
		);
		refused(
			await call("POST", "/policies", { name: "P", rules: [] }),
			400,
			"/rules",
		);
	});

	it("refuse two rules with one id, and change only at the version seen", async () => {
		const { id } = await policy(rule());
		const rules = [rule({ id }), rule({ id })];
		refused(
			await call("PATCH", `/policies/${id}`, { rules }),
			400,
			"rule_id_repeated",
		);
		const stale = await call("PATCH", `/policies/${id}`, { name: "x" }, token, {
			"if-match": '"7"',
		});
		expect(stale.status).toBe(412);
	});
});
