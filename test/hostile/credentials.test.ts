import { afterAll, beforeAll, expect, test } from "vitest";
import { sql } from "../../src/db/index.ts";
import { makePerson, makeTenant } from "../support/people.ts";
import { startTestServer, type TestServer } from "../support/server.ts";

let server: TestServer;
let owner: string;

beforeAll(async () => {
	server = await startTestServer();
	owner = server.first.token;
});
afterAll(() => server.stop());

/** A read of every surface that any user with a role may make. */
const reads = [
	"/api/v1/groups",
	"/v1/organizations",
	"/api/groups",
	"/api/json/device/listDevices",
] as const;

const native = (method: string, path: string, body?: unknown, token = owner) =>
	server.call(method, `/api/v1${path}`, { token, body });

const statusesOf = (token: string, headers?: Record<string, string>) =>
	Promise.all(
		reads.map(
			async (path) =>
				(
					await server.call("GET", path, {
						...(headers ? { headers } : { token }),
					})
				).status,
		),
	);

async function newKey(
	fields: object = {},
): Promise<{ id: string; token: string }> {
	const made = await native("POST", "/keys", {
		kind: "api",
		name: "Key",
		...fields,
	});
	expect(made.status, made.text).toBe(201);
	return made.json;
}

async function store(accountId: string, change: ReturnType<typeof sql>) {
	await server.server.database.transaction([accountId], (tx) =>
		tx.query(change),
	);
}

test("a key that is disabled, expired, deleted or renewed is refused on every surface", async () => {
	const home = server.first.accountId;
	const disabled = await newKey();
	await native("POST", `/keys/${disabled.id}/disable`, {});
	const expired = await newKey({ expires_in_days: 1 });
	await store(
		home,
		sql`update credentials set expires_at = now() - interval '1 second' where account_id = ${home} and id = ${expired.id}`,
	);
	const deleted = await newKey();
	expect(await statusesOf(deleted.token)).toEqual([200, 200, 200, 200]);
	await native("DELETE", `/keys/${deleted.id}`);
	const renewed = await newKey();
	expect(await statusesOf(renewed.token)).toEqual([200, 200, 200, 200]);
	await native("POST", `/keys/${renewed.id}/regenerate`, {});
	for (const { token } of [disabled, expired, deleted, renewed])
		expect(await statusesOf(token)).toEqual([401, 401, 401, 401]);
});

test("a person who is blocked, pending or without API access is kept out of every surface, with what was cached", async () => {
	const cases: [string, (id: string) => Promise<unknown>][] = [
		["blocked", (id) => native("PATCH", `/users/${id}`, { blocked: true })],
		[
			"API access off",
			(id) => native("PUT", `/users/${id}/api-access`, { enabled: false }),
		],
	];
	for (const [name, keepOut] of cases) {
		const person = await makePerson(server, { role: "auditor" });
		expect(await statusesOf(person.token), name).toEqual([200, 200, 200, 200]);
		await keepOut(person.id);
		expect(await statusesOf(person.token), name).toEqual([403, 403, 403, 403]);
	}
	const pending = await makePerson(server, { role: "auditor" });
	await store(
		server.first.accountId,
		sql`update users set status = 'pending' where account_id = ${server.first.accountId} and id = ${pending.id}`,
	);
	expect(await statusesOf(pending.token)).toEqual([403, 403, 403, 403]);
});

test("a suspended tenant is closed to its own people, its machines and its provider, on every surface", async () => {
	const tenant = await makeTenant(server, "Suspended");
	const inside = await makePerson(server, { role: "admin", account: tenant });
	const setupKey = (
		await native("POST", `/setup-keys?account=${tenant}`, {
			name: "k",
			type: "reusable",
		})
	).json.key;
	expect(await statusesOf(inside.token)).toEqual([200, 200, 200, 200]);
	const suspended = await native("POST", `/tenants/${tenant}/suspend`, {});
	expect(suspended.status, suspended.text).toBe(200);
	for (const status of await statusesOf(inside.token)) expect(status).toBe(403);
	for (const path of [
		`/api/v1/groups?account=${tenant}`,
		`/api/groups?account=${tenant}`,
	]) {
		const answer = await server.call("GET", path, { token: owner });
		expect([path, answer.status]).toEqual([path, 403]);
	}
	const enrolled = await native(
		"POST",
		"/enroll",
		{ hostname: "h", os: "macOS", os_version: "1", agent_version: "1" },
		setupKey,
	);
	expect(enrolled.status).toBe(403);
	const everywhere = await native("GET", "/groups?account=*&limit=1000");
	const seen = everywhere.json.data.map(
		(one: { account_id: string }) => one.account_id,
	);
	expect(seen).not.toContain(tenant);
});

test("what opens one thing opens nothing else: setup keys, machines' and probes' tokens", async () => {
	const made = await native("POST", "/setup-keys", {
		name: "k",
		type: "reusable",
	});
	const machine = await native(
		"POST",
		"/enroll",
		{ hostname: "h", os: "macOS", os_version: "1", agent_version: "1" },
		made.json.key,
	);
	const probe = await native("POST", "/keys", { kind: "probe", name: "p" });
	const home = server.first.accountId;
	const tokens = {
		setupKey: made.json.key,
		machine: machine.json.token,
		probe: probe.json.token,
	};
	for (const [kind, token] of Object.entries(tokens)) {
		expect(token, kind).toBeTruthy();
		for (const path of [
			"/api/v1/groups",
			`/v1/organizations/${home}/networks`,
			"/api/groups",
			"/api/json/device/listDevices",
		]) {
			const { status } = await server.call("GET", path, { token });
			expect([401, 403], `${kind} ${path}`).toContain(status);
		}
		// Whoever they are, they may ask where they live, and hear of no other place.
		const places = await native("GET", "/accounts", undefined, token);
		if (places.status === 200)
			expect(places.json.data.map(({ id }: { id: string }) => id)).toEqual([
				home,
			]);
		for (const [method, path] of [
			["POST", "/keys"],
			["GET", "/users"],
			["GET", "/groups?account=*"],
			["POST", "/tenants"],
		] as const) {
			const answer = await native(
				method,
				path,
				method === "POST" ? { name: "x", kind: "api" } : undefined,
				token,
			);
			expect([401, 403], `${kind} ${path} ${answer.text}`).toContain(
				answer.status,
			);
		}
	}
	expect(
		(
			await native(
				"POST",
				"/enroll",
				{ hostname: "h2", os: "macOS", os_version: "1", agent_version: "1" },
				machine.json.token,
			)
		).status,
	).toBe(403);
	expect(
		(await native("POST", "/heartbeat", { status: "Encrypted" }, made.json.key))
			.status,
	).toBe(403);
});

test("a credential that is bent in any way opens nothing, and the forms that clients send open the same", async () => {
	const { key } = server.first;
	const pair = Buffer.from(`${key.id}:${key.secret}`).toString("base64");
	const whole = key.id + key.secret;
	const opens: Record<string, string>[] = [
		{ authorization: `Token ${whole}` },
		{ authorization: `bearer   ${whole}  ` },
		{ authorization: `Basic ${pair}` },
		{ apikey: ` ${whole} ` },
	];
	for (const headers of opens)
		expect(await statusesOf("", headers), JSON.stringify(headers)).toEqual([
			200, 200, 200, 200,
		]);
	const opensNothing: Record<string, string>[] = [
		{ authorization: whole },
		{ authorization: "Token" },
		{ authorization: `Token ${whole} x` },
		{ authorization: `Token ${whole.toLowerCase()}` },
		{ authorization: `Token ${whole.slice(0, -1)}` },
		{ authorization: `Token ${whole}A` },
		{ authorization: `Digest ${whole}` },
		{ authorization: `Basic ${Buffer.from(whole).toString("base64")}` },
		{ authorization: "Basic !!!!" },
		{ authorization: `Token rvk_${"A".repeat(8000)}` },
		{ cookie: `token=${whole}` },
		{ "x-api-key": whole },
	];
	for (const headers of opensNothing)
		expect(
			await statusesOf("", headers),
			JSON.stringify(headers).slice(0, 80),
		).toEqual([401, 401, 401, 401]);
	const inQuery = await Promise.all(
		reads.map(
			async (path) =>
				(await server.call("GET", `${path}?apiKey=${whole}`)).status,
		),
	);
	// Only one vendor's clients send it there.
	expect(inQuery).toEqual([401, 401, 401, 200]);
});
