import { describe, expect, test } from "vitest";
import { sql } from "../src/db/index.ts";
import { movableClock } from "./support/clock.ts";
import { keyCalls } from "./support/key-calls.ts";
import { startNativeApi } from "./support/native-api.ts";
import { makePerson, makeTenant } from "./support/people.ts";

const clock = movableClock();
const api = await startNativeApi({ clock });
const { server, token: owner, call } = api;
const { make, works } = keyCalls(api);
const person = await makePerson(server, { role: "operator" });

describe("shown once", () => {
	test("promise U3: the secret is in the answer that makes the key and nowhere else", async () => {
		const made = await make({ kind: "api", name: "Once" });
		expect(made.status).toBe(201);
		const { id, token, key, secret } = made.json;
		expect(token).toBe(key + secret);
		const read = await call("GET", `/keys/${id}`);
		expect(read.json).toMatchObject({ key, masked_key: `${key}…` });
		const list = await call("GET", "/keys");
		for (const text of [read.text, list.text, server.logLines.join("")])
			expect(text).not.toContain(secret);
		const stored = await server.server.database
			.reader([server.first.accountId])
			.query(
				sql`select c.*, s.*, e.after from credentials c join credential_secrets s on s.credential_id = c.id
					join audit_events e on e.account_id = c.account_id and e.target_id = c.id where c.account_id = ${server.first.accountId} and c.id = ${id}`,
			);
		expect(stored).toHaveLength(1);
		expect(JSON.stringify(stored)).not.toContain(secret);
	});

	test("promise U3: a replayed request does not show the secret again", async () => {
		const send = () =>
			server.call("POST", "/api/v1/keys", {
				token: owner,
				body: { kind: "api", name: "Replayed" },
				headers: { "idempotency-key": "key-replay" },
			});
		const first = await send();
		const second = await send();
		expect(second.json.id).toBe(first.json.id);
		expect(second.json.secret).toBeUndefined();
		expect(second.text).not.toContain(first.json.secret);
	});

	test("promise N5: a token is made under its user and shown once", async () => {
		const made = await make(
			{ kind: "personal", name: "Laptop", expires_in_days: 30 },
			person.token,
		);
		expect(made.json).toMatchObject({
			kind: "personal",
			user: { id: person.id },
			created_by: person.id,
		});
		expect(await works(made.json.token)).toBe(200);
		const list = await call(
			"GET",
			"/keys?kind=personal",
			undefined,
			person.token,
		);
		expect(list.text).not.toContain(made.json.secret);
		expect(list.json.data.map((row: { id: string }) => row.id)).toContain(
			made.json.id,
		);
	});
});

describe("promise U2: one picks the API that a key opens", () => {
	test("promise U2: a management key is a pair that opens networks, users and computers, and not devices", async () => {
		const made = await make({
			kind: "organization",
			opens: "umbrella_management",
		});
		expect(made.status).toBe(201);
		expect(made.json).toMatchObject({
			type: "Umbrella Management",
			user: null,
		});
		const basic = Buffer.from(`${made.json.key}:${made.json.secret}`).toString(
			"base64",
		);
		const answer = await server.call("GET", "/api/v1/users", {
			headers: { authorization: `Basic ${basic}` },
		});
		expect(answer.status).toBe(200);
		const refused = await call(
			"GET",
			"/audit-events",
			undefined,
			made.json.token,
		);
		expect([403, 404]).toContain(refused.status);
		const groups = await call("GET", "/groups", undefined, made.json.token);
		expect([groups.status, groups.json.reason]).toEqual([403, "key_access"]);
	});

	test("promise U2: the choice is a list of operations that exist, machines' own never among them", async () => {
		const expected = {
			umbrella_management: [
				"tenants.create",
				"registered_networks.list",
				"endpoints.list",
				"users.create",
				"roles.list",
				"keys.create",
				"dns_policies.list_of_identity",
			],
			umbrella_network_devices: [
				"accounts.list",
				"devices.create",
				"dns_policies.assign",
			],
		};
		for (const [opens, operations] of Object.entries(expected)) {
			const made = await make({ kind: "organization", opens });
			const listed: string[] = made.json.access.operations;
			expect(listed).toEqual(expect.arrayContaining(operations));
			for (const id of listed)
				expect(server.server.resources.registry.get(id).scope).not.toBe(
					"machine",
				);
		}
	});

	test("promise U2: a network-device key opens accounts and devices alone", async () => {
		const made = await make({
			kind: "organization",
			opens: "umbrella_network_devices",
		});
		const { token } = made.json;
		expect((await call("GET", "/accounts", undefined, token)).status).toBe(200);
		expect((await call("GET", "/users", undefined, token)).status).toBe(403);
	});

	test("promise U2: a legacy network-devices key is one token without a secret beside it", async () => {
		const made = await make({ kind: "network_device" });
		expect(made.json.type).toBe("Legacy Network Devices");
		expect(made.json.secret).toBeUndefined();
		expect(made.json.token).toMatch(/^rvn_/);
		expect(
			(await call("GET", "/accounts", undefined, made.json.token)).status,
		).toBe(200);
	});

	test("only administrators make keys of the account, and these make none at home", async () => {
		const refused = await make(
			{ kind: "organization", opens: "umbrella_management" },
			person.token,
		);
		expect([refused.status, refused.json.reason]).toEqual([
			403,
			"administrator_only",
		]);
		const key = await make({
			kind: "organization",
			opens: "umbrella_management",
		});
		const home = await make(
			{ kind: "organization", opens: "umbrella_management" },
			key.json.token,
		);
		expect([home.status, home.json.reason]).toEqual([
			403,
			"organization_key_at_home",
		]);
	});

	test("a provider makes a key of its customer, with a user's token or with its own key", async () => {
		const tenant = await makeTenant(server, "Customer");
		const provider = await make({
			kind: "organization",
			opens: "umbrella_management",
		});
		for (const token of [owner, provider.json.token]) {
			const made = await make(
				{ kind: "organization", opens: "umbrella_management" },
				token,
				`?account=${tenant}`,
			);
			expect(made.status).toBe(201);
			expect(made.json.account_id).toBe(tenant);
			const own = await call("GET", "/accounts", undefined, made.json.token);
			expect(own.json.data.map((row: { id: string }) => row.id)).toEqual([
				tenant,
			]);
			const listed = await call(
				"GET",
				`/keys?account=${tenant}`,
				undefined,
				token,
			);
			expect(listed.json.data.map((row: { id: string }) => row.id)).toContain(
				made.json.id,
			);
			const renewed = await call(
				"POST",
				`/keys/${made.json.id}/regenerate?account=${tenant}`,
				{},
				token,
			);
			expect(await works(made.json.token)).toBe(401);
			expect(await works(renewed.json.token)).toBe(200);
			const other = await call(
				"GET",
				`/accounts?account=${server.first.accountId}`,
				undefined,
				renewed.json.token,
			);
			expect(other.status).toBe(404);
		}
	});

	test("a key of the organization enters its provider's tenants and nobody else's", async () => {
		const tenant = await makeTenant(server, "Entered");
		const key = await make({
			kind: "organization",
			opens: "umbrella_management",
		});
		const { token } = key.json;
		const inside = await call(
			"GET",
			`/users?account=${tenant}`,
			undefined,
			token,
		);
		expect(inside.status).toBe(200);
		expect(inside.headers.get("reeve-account")).toBe(tenant);
		const outside = await call(
			"GET",
			"/users?account=9999999",
			undefined,
			token,
		);
		expect(outside.status).toBe(404);
		const devices = await make({
			kind: "network_device",
			opens: "umbrella_legacy_network_devices",
		});
		const legacy = await call(
			"GET",
			`/accounts?account=${tenant}`,
			undefined,
			devices.json.token,
		);
		expect(legacy.status).toBe(404);
	});
});

describe("promise O3: the key page", () => {
	test("promise O3: every key shows name, masked key, description, status, type, maker, expiry and its switch", async () => {
		const made = await make({
			kind: "mcp",
			name: "Page",
			description: "For the page",
			expires_in_days: 1,
		});
		const row = () =>
			call("GET", `/keys?name=Page`).then((list) => list.json.data[0]);
		expect(await row()).toMatchObject({
			name: "Page",
			masked_key: expect.stringMatching(/^rvm_\w{12}…$/),
			description: "For the page",
			status: "active",
			type: "MCP",
			created_by_name: "Olive Owner",
			expires_at: expect.any(String),
			enabled: true,
		});
		clock.offsetMs += 86_400_001;
		expect((await row()).status).toBe("expired");
		expect((await call("GET", "/keys?expired=true")).json.data).toHaveLength(1);
		expect(
			(await call("GET", "/whoami", undefined, made.json.token)).json.reason,
		).toBe("credential_expired");
		await call("POST", `/keys/${made.json.id}/disable`);
		expect((await row()).status).toBe("disabled");
	});

	test("what a key did lately is told by operation", async () => {
		const made = await make({ kind: "api", name: "Used" });
		const { id } = made.json;
		await server.server.database.transaction(
			[server.first.accountId],
			async (tx) => {
				await tx.query(
					sql`insert into credential_usage (account_id, credential_id, operation, hour, calls, refusals, last_address)
					select ${server.first.accountId}, ${id}, 'groups.list', date_trunc('hour', now()) - h * interval '1 hour', 5, 1, '192.0.2.' || h from generate_series(0, 2) h`,
				);
			},
		);
		const usage = await call("GET", `/keys/${id}/usage`);
		expect(usage.json).toMatchObject({
			calls: 15,
			refusals: 3,
			operations: [
				{ operation: "groups.list", calls: 15, last_address: "192.0.2.0" },
			],
		});
	});
});
