import { describe, expect, it, vi } from "vitest";
import { sql } from "../src/db/index.ts";
import { startNativeApi } from "./support/native-api.ts";
import { addPerson } from "./support/provider.ts";

const { server, accountId, call, made } = await startNativeApi();

const HOUR_MS = 3_600_000;
const thisHour = Math.floor(Date.now() / HOUR_MS);
const hoursAgo = (hours: number) => new Date((thisHour - hours) * HOUR_MS);
const usage = async (id: string, search = "", as?: string) => {
	const answer = await call(
		"GET",
		`/keys/${id}/usage?${search}`,
		undefined,
		as,
	);
	expect(answer.status, answer.text).toBe(200);
	return answer.json;
};

describe("what a key did lately", () => {
	it("tells calls by operation, where they came from, and what was refused and why", async () => {
		const key = await made("/keys", {
			kind: "api",
			name: "Inventory",
			access: { type: "modules", modules: { devices: "read" } },
		});
		for (let n = 0; n < 3; n++)
			await call("GET", "/devices", undefined, key.token);
		const refused = await call("GET", "/groups", undefined, key.token);
		expect(refused.status).toBe(403);
		await server.server.gate.refusals.flush();
		const found = await vi.waitFor(
			async () => {
				const json = await usage(key.id);
				expect(json.calls).toBeGreaterThanOrEqual(4);
				return json;
			},
			{ timeout: 45_000, interval: 500 },
		);
		expect(found).toMatchObject({ id: key.id, refusals: 1, limited: 0 });
		expect(found.operations).toMatchObject([
			{ operation: "devices.list", calls: 3, refusals: 0, limited: 0 },
			{ operation: "groups.list", refusals: 1 },
		]);
		const [address] = found.addresses;
		expect(found.addresses).toHaveLength(1);
		expect(address).toMatchObject({
			address: found.operations[0].last_address,
			calls: found.calls,
			refusals: 1,
			last_at: expect.stringMatching(/Z$/),
		});
		expect(found.refused).toEqual([
			{
				event_id: expect.stringMatching(/^\d+$/),
				at: expect.stringMatching(/Z$/),
				operation: "groups.list",
				reason: "key_access",
				address: address.address,
			},
		]);
		expect(found).not.toHaveProperty("hours");
	});

	it("tells the busiest twenty addresses of the days asked for, and hour by hour when asked", async () => {
		const key = await made("/keys", { kind: "api", name: "Busy" });
		await server.server.database.transaction([accountId], async (tx) => {
			for (let n = 1; n <= 25; n++)
				await tx.query(sql`insert into credential_addresses (account_id, credential_id, day, address, calls, last_at)
					values (${accountId}, ${key.id}, ${hoursAgo(1).toISOString().slice(0, 10)}::date, ${`192.0.2.${n}`}, ${n}, ${hoursAgo(1)})`);
			await tx.query(sql`insert into credential_addresses (account_id, credential_id, day, address, calls, last_at)
				values (${accountId}, ${key.id}, ${hoursAgo(24 * 20)
					.toISOString()
					.slice(0, 10)}::date, '203.0.113.1', 1000, ${hoursAgo(480)})`);
			await tx.query(sql`insert into credential_usage (account_id, credential_id, operation, hour, calls, limited)
				values (${accountId}, ${key.id}, 'devices.list', ${hoursAgo(2)}, 5, 2)`);
		});
		const found = await usage(
			key.id,
			`hours=true&since=${hoursAgo(3).toISOString()}`,
		);
		expect(found.addresses).toHaveLength(20);
		expect(found.addresses[0]).toMatchObject({
			address: "192.0.2.25",
			calls: 25,
		});
		expect(found.hours.slice(0, 4)).toEqual([
			{ hour: hoursAgo(3).toISOString(), calls: 0, refusals: 0, limited: 0 },
			{ hour: hoursAgo(2).toISOString(), calls: 5, refusals: 0, limited: 2 },
			{ hour: hoursAgo(1).toISOString(), calls: 0, refusals: 0, limited: 0 },
			{ hour: hoursAgo(0).toISOString(), calls: 0, refusals: 0, limited: 0 },
		]);
		const month = await usage(
			key.id,
			`since=${hoursAgo(24 * 30).toISOString()}`,
		);
		expect(month.addresses[0]).toMatchObject({ address: "203.0.113.1" });
	});

	it("is told to those who see the key, and to nobody else", async () => {
		const key = await made("/keys", { kind: "api", name: "Mine" });
		const other = await addPerson(server, accountId, "operator");
		const answer = await call(
			"GET",
			`/keys/${key.id}/usage`,
			undefined,
			other.token,
		);
		expect(answer.status).toBe(404);
	});
});
