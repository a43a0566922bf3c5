import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type MovableClock, movableClock } from "./support/clock.ts";
import {
	type Answer,
	startTestServer,
	type TestServer,
} from "./support/server.ts";

const MINUTE_MS = 60_000;
let server: TestServer;
let clock: MovableClock;

beforeAll(async () => {
	clock = movableClock();
	server = await startTestServer({
		clock,
		limits: { readsPerMinute: 500, writesPerMinute: 100 },
	});
});
afterAll(() => server.stop());

const ask = (method: string, path: string): Promise<Answer> =>
	server.call(method, `/api/json/${path}`, {
		headers: { apikey: server.first.token },
	});

/** How many of so many calls are served, asked in handfuls. */
async function servedOf(count: number, call: () => Promise<Answer>) {
	let served = 0;
	for (let sent = 0; sent < count; sent += 50) {
		const handful = Array.from({ length: Math.min(50, count - sent) }, call);
		const answers = await Promise.all(handful);
		served += answers.filter(({ status }) => status === 200).length;
	}
	return served;
}

describe("promise O6: limits are per endpoint, and whoever exceeds one waits a minute", () => {
	test("promise O6: 500 reads a minute, by whichever method and spelling, then 429", async () => {
		expect(await servedOf(260, () => ask("GET", "device/listDevices"))).toBe(
			260,
		);
		expect(await servedOf(260, () => ask("POST", "admin/listDevices"))).toBe(
			240,
		);
		const refused = await ask("GET", "device/listDevices");
		expect(refused.status).toBe(429);
		expect(refused.json).toEqual({
			error: {
				code: 429,
				message: expect.any(String),
				errorcode: "URL_ROLLING_THROTTLES_LIMIT_EXCEEDED",
			},
		});
		expect(refused.headers.get("retry-after")).toMatch(/^\d{1,2}$/);
		expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(50);
		expect(refused.headers.get("ratelimit")).toContain('"operation";r=0');
	});

	test("promise O6: other endpoints stay open meanwhile", async () => {
		expect((await ask("GET", "v2/device/listDevices")).status).toBe(200);
		expect((await ask("GET", "admin/listUsers")).status).toBe(200);
	});

	test("promise O6: the block lasts a minute, and calls within it do not lengthen it", async () => {
		clock.offsetMs += MINUTE_MS / 2;
		expect((await ask("GET", "device/listDevices")).status).toBe(429);
		clock.offsetMs += MINUTE_MS / 2 + 1000;
		expect((await ask("GET", "device/listDevices")).status).toBe(200);
	});

	test("promise O6: 100 changes a minute", async () => {
		const change = () =>
			ask("POST", "discovery/addDevice?deviceName=once.test");
		const answers = await Promise.all(Array.from({ length: 100 }, change));
		const statuses = answers.map(({ status }) => status);
		expect(statuses.filter((status) => status === 200)).toHaveLength(1);
		expect(statuses.filter((status) => status === 400)).toHaveLength(99);
		expect((await change()).status).toBe(429);
	});

	test("promise O6: an endpoint's own figure: 25 times listProbes", async () => {
		expect(await servedOf(30, () => ask("GET", "admin/listProbes"))).toBe(25);
		clock.offsetMs += MINUTE_MS + 1000;
		expect((await ask("GET", "admin/listProbes")).status).toBe(200);
	});

	test("promise O6: the reference shows each endpoint's limit", async () => {
		const { json } = await server.call("GET", "/openapi/opmanager.json");
		const limitOf = (path: string, method: string) =>
			json.paths[`/api/json/${path}`][method]["x-ratelimit"].limit;
		expect(limitOf("device/listDevices", "get")).toBe(500);
		expect(limitOf("discovery/addDevice", "post")).toBe(100);
		expect(limitOf("admin/listProbes", "get")).toBe(25);
		for (const methods of Object.values(json.paths))
			for (const item of Object.values(methods as object))
				expect(item.description).toMatch(/Limit: \d+ calls a minute/);
	});
});
