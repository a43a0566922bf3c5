import { afterAll, beforeAll, expect, test } from "vitest";
import { createApp } from "../../src/app.ts";
import { dialects, serveDialect } from "../../src/dialects/index.ts";
import { mintSecret } from "../../src/kernel/credentials/format.ts";
import { neighbourhood } from "../../src/kernel/gate/address.ts";
import { createLog } from "../../src/log.ts";
import { createMetrics } from "../../src/metrics.ts";
import { movableClock } from "../support/clock.ts";
import { startTestServer, type TestServer } from "../support/server.ts";

const BURST = 8;
const MINUTE_MS = 60_000;
const clock = movableClock();
let server: TestServer;

beforeAll(async () => {
	server = await startTestServer({
		clock,
		limits: { failuresPerMinute: 1, failuresBurst: BURST },
	});
});
afterAll(() => server.stop());

/** Every place where something can be guessed; a whole budget later, so that each test starts afresh. */
const places: [string, () => Promise<{ status: number; headers: Headers }>][] =
	[
		...[
			"/api/v1/whoami",
			"/api/groups",
			"/v1/organizations",
			"/api/json/device/listDevices",
		].map((path): (typeof places)[number] => [
			path,
			() => server.call("GET", path, { token: mintSecret("personal").token }),
		]),
		["an invitation", () => server.call("GET", "/api/users/invites/nbi_guess")],
		[
			"set-up",
			() => server.call("POST", "/api/setup", { body: { email: "a@b.test" } }),
		],
	];

test.each(places)(
	"guesses at %s are refused once the budget of the address is spent, and forged headers are no other address",
	async (_name, guess) => {
		clock.offsetMs += BURST * MINUTE_MS;
		const before = await Promise.all([guess()]);
		expect(before[0]?.status).not.toBe(429);
		for (let at = 1; at < BURST; at++)
			expect((await guess()).status).not.toBe(429);
		const refused = await guess();
		expect(refused.status).toBe(429);
		expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
		const forged = await server.call("GET", "/api/v1/whoami", {
			token: mintSecret("personal").token,
			headers: {
				"x-forwarded-for": "192.0.2.77",
				"x-real-ip": "192.0.2.77",
				forwarded: "for=192.0.2.77",
			},
		});
		expect(forged.status).toBe(429);
	},
);

test("who is known goes on while the address of others guesses", async () => {
	clock.offsetMs += BURST * MINUTE_MS;
	const { token } = server.first;
	expect((await server.call("GET", "/api/v1/whoami", { token })).status).toBe(
		200,
	);
	for (let at = 0; at <= BURST; at++)
		await server.call("GET", "/api/v1/whoami", {
			token: mintSecret("api").token,
		});
	const guess = await server.call("GET", "/api/v1/whoami", {
		token: mintSecret("api").token,
	});
	expect(guess.status).toBe(429);
	expect((await server.call("GET", "/api/v1/whoami", { token })).status).toBe(
		200,
	);
});

test("an IPv6 network has one budget, an IPv4 address its own", () => {
	const alike = [
		"2001:db8:0:1::1",
		"2001:db8:0:1:ffff::",
		"2001:0DB8::1:0:0:0:7",
		"2001:db8:0:1::1%eth0",
	];
	expect(new Set(alike.map(neighbourhood)).size).toBe(1);
	expect(neighbourhood("2001:db8:0:2::1")).not.toBe(
		neighbourhood("2001:db8:0:1::1"),
	);
	expect(neighbourhood("::ffff:192.0.2.1")).toBe("192.0.2.1");
	expect(neighbourhood("192.0.2.2")).not.toBe(neighbourhood("192.0.2.1"));
});

test("a call that takes too long is answered with 503 in the words of its wire", async () => {
	clock.offsetMs += BURST * MINUTE_MS;
	const app = createApp({
		log: createLog("silent"),
		metrics: createMetrics(() => false),
		trustedProxies: [],
		deadlineMs: 50,
	});
	const { gate } = server.server;
	const stuck = () => new Promise<never>(() => undefined);
	app.get("/stuck", stuck);
	for (const dialect of dialects) {
		const route = {
			method: "GET" as const,
			path: `${dialect.prefix}/stuck`,
			handle: stuck,
			document: { summary: "", tag: "", answers: {} },
		};
		serveDialect(
			app,
			gate,
			{ ...dialect, routes: [], openRoutes: [route] },
			{ onError: () => undefined },
		);
	}
	for (const path of [
		"/stuck",
		...dialects.map(({ prefix }) => `${prefix}/stuck`),
	]) {
		const answer = await app.inject({ url: path });
		expect([path, answer.statusCode], answer.body).toEqual([path, 503]);
		expect(answer.headers["retry-after"]).toBe("1");
		expect(answer.body).not.toMatch(/FST_|timed out/i);
	}
	await app.close();
});
