import { describe, expect, it } from "vitest";
import { sql } from "../src/db/index.ts";
import { insertAccount } from "../src/modules/accounts/index.ts";
import { refused, startNativeApi } from "./support/native-api.ts";

let nowMs = Date.now();
const { server, accountId, token, call, made } = await startNativeApi({
	clock: { nowMs: () => nowMs, now: () => new Date(nowMs) },
});

let count = 0;
const probe = (fields: object = {}) =>
	made("/probes", { name: `probe ${++count}`, ...fields });
const region = () => made("/regions", { name: `region ${++count}` });
const checkIn = (key: string, body: object = {}) =>
	call("POST", "/probes/check-in", body, key);

async function auditOf(id: string) {
	return server.server.database
		.reader([accountId])
		.query<{ operation: string; text: string }>(
			sql`select operation, coalesce(before::text, '') || coalesce(after::text, '') as text
				from audit_events where account_id = ${accountId} and target_id = ${id} order by id`,
		);
}

describe("probes", () => {
	it("promise O12: are registered under a number of their own in the whole server", async () => {
		const north = await region();
		const { key, ...first } = await probe({
			name: "vienna-1",
			display_name: "Vienna",
			region_id: north.id,
			contact_person: "Tina",
			contact_email: "tina@customer.example",
			timezone: "Asia/Calcutta",
		});
		expect(key).toMatch(/^rvb_/);
		expect(first).toMatchObject({
			name: "vienna-1",
			display_name: "Vienna",
			region_id: north.id,
			contact_person: "Tina",
			timezone: "Asia/Calcutta",
			status: "never_connected",
			last_contact_at: null,
			devices_count: 0,
		});
		const { key: _, ...second } = await probe();
		expect(second.number).not.toBe(first.number);
		expect((await call("GET", `/probes/${first.id}`)).json).toEqual(first);
		for (const query of [
			"name=vienna-1",
			`number=${first.number}`,
			`region_id=${north.id}`,
		])
			expect((await call("GET", `/probes?${query}`)).json.data).toEqual([
				first,
			]);
	});

	it("have a key that opens the check-in and nothing else", async () => {
		const { id, key, number, name } = await probe();
		const answer = await checkIn(key, {
			agent_version: "1.2",
			platform: "linux",
		});
		expect(answer.json).toEqual({
			id,
			number,
			name,
			next_check_in_seconds: 60,
		});
		refused(await call("GET", "/probes", undefined, key), 403, "key_access");
		refused(await checkIn(token), 403, "key_access");
		const { json } = await call("GET", `/probes/${id}`);
		expect(json).toMatchObject({
			agent_version: "1.2",
			platform: "linux",
			address: "127.0.0.1",
			status: "connected",
			version: 1,
		});
	});

	it("are connected until they have missed three check-ins", async () => {
		const { id, key } = await probe();
		const status = async () => (await call("GET", `/probes/${id}`)).json.status;
		await checkIn(key);
		nowMs += 180_000;
		expect(await status()).toBe("connected");
		nowMs += 1;
		expect(await status()).toBe("disconnected");
		await checkIn(key);
		expect(await status()).toBe("connected");
	});

	it("leave no row in the audit log by checking in, and no key by being made", async () => {
		const { id, key } = await probe();
		await checkIn(key);
		await checkIn(key);
		const rows = await auditOf(id);
		expect(rows.map((row) => row.operation)).toEqual(["probes.create"]);
		expect(rows[0]?.text).not.toContain(key.slice(16));
		expect(server.logLines.join("")).not.toContain(key.slice(16));
	});

	it("have their keys found by their number", async () => {
		const { id, key } = await probe();
		await probe();
		const { json } = await call("GET", `/keys?subject_id=${id}`);
		expect(json.data).toMatchObject([{ kind: "probe", subject_id: id }]);
		expect(key.startsWith(json.data[0].masked_key.slice(0, 10))).toBe(true);
	});

	it("lose the old key at once when it is regenerated, and every key when deleted", async () => {
		const { id, key } = await probe();
		expect((await checkIn(key)).status).toBe(200);
		const { status, json } = await call("POST", `/probes/${id}/regenerate-key`);
		expect(status).toBe(200);
		refused(await checkIn(key), 401, "invalid_credential");
		expect((await checkIn(json.key)).status).toBe(200);
		expect((await call("DELETE", `/probes/${id}`)).status).toBe(204);
		refused(await checkIn(json.key), 401, "invalid_credential");
		expect((await auditOf(id)).map((row) => row.operation)).toEqual([
			"probes.create",
			"probes.regenerate_key",
			"probes.delete",
		]);
	});

	it("are changed field by field", async () => {
		const { id } = await probe({ contact_person: "Tina" });
		const north = await region();
		const { json } = await call("PATCH", `/probes/${id}`, {
			display_name: "Cellar",
			region_id: north.id,
		});
		expect(json).toMatchObject({
			display_name: "Cellar",
			contact_person: "Tina",
			region_id: north.id,
			version: 2,
		});
		const out = await call("PATCH", `/probes/${id}`, { region_id: null });
		expect(out.json.region_id).toBeNull();
	});

	it("are not deleted while devices are assigned to them", async () => {
		const { id } = await probe();
		const device = await made("/devices", { name: "lonely", probe_id: id });
		refused(await call("DELETE", `/probes/${id}`), 409, "probe_in_use");
		expect((await call("GET", `/probes/${id}`)).json.devices_count).toBe(1);
		await call("DELETE", `/devices/${device.id}`);
		expect((await call("DELETE", `/probes/${id}`)).status).toBe(204);
	});

	it.each([
		["a timezone that is none", { timezone: "Mars/Olympus" }, "timezone"],
		["an unknown region", { region_id: "999" }, "unknown_region"],
		[
			"an address without a domain",
			{ contact_email: "tina" },
			"/contact_email",
		],
		["an empty name", { name: "" }, "/name"],
	])("refuse %s", async (_, fields, text) => {
		const { id } = await probe();
		const body = { name: `probe ${++count}`, ...fields };
		refused(await call("POST", "/probes", body), 400, text);
		refused(await call("PATCH", `/probes/${id}`, fields), 400, text);
	});

	it("have names of their own in an account", async () => {
		const { name } = await probe();
		const { id } = await probe();
		refused(await call("POST", "/probes", { name }), 409, "probe_exists");
		refused(
			await call("PATCH", `/probes/${id}`, { name }),
			409,
			"probe_exists",
		);
	});
});

describe("regions", () => {
	it("promise O13: gather probes and devices, and are not deleted while they do", async () => {
		const north = await region();
		const { id } = await probe({ region_id: north.id });
		const device = await made("/devices", { name: "in-north", probe_id: id });
		const path = `/regions/${north.id}`;
		expect((await call("GET", path)).json).toMatchObject({
			probes_count: 1,
			devices_count: 1,
		});
		refused(await call("DELETE", path), 409, "region_in_use");
		await call("DELETE", `/devices/${device.id}`);
		await call("DELETE", `/probes/${id}`);
		expect((await call("DELETE", path)).status).toBe(204);
		expect((await call("GET", path)).status).toBe(404);
	});

	it("have names of their own and keep what is left out", async () => {
		const north = await made("/regions", { name: "Far", description: "Away" });
		refused(
			await call("POST", "/regions", { name: "Far" }),
			409,
			"region_exists",
		);
		const { json } = await call("PATCH", `/regions/${north.id}`, {
			name: "Near",
		});
		expect(json).toMatchObject({
			name: "Near",
			description: "Away",
			version: 2,
		});
	});

	it("promise O13: of a tenant are read and written there, and nowhere else", async () => {
		const tenant = await server.server.database.transaction([accountId], (tx) =>
			insertAccount(tx, { kind: "tenant", parentId: accountId, name: "T" }),
		);
		const [foreign] = await server.server.database.transaction(
			[tenant.id],
			(tx) =>
				tx.query<{ id: string }>(
					sql`insert into regions (account_id, name) values (${tenant.id}, 'Theirs') returning id`,
				),
		);
		const { id } = foreign as { id: string };
		refused(await call("GET", `/regions/${id}`), 404, "region_not_found");
		refused(
			await call("POST", "/probes", { name: "x", region_id: id }),
			400,
			"unknown_region",
		);
	});
});
