import { describe, expect, it } from "vitest";
import { sql } from "../src/db/index.ts";
import { startNativeApi } from "./support/native-api.ts";
import { type Answer, startTestServer } from "./support/server.ts";

const { server, token, accountId } = await startNativeApi();

const read = () => server.call("GET", "/api/v1/account", { token });
const update = (body: unknown, headers: Record<string, string> = {}) =>
	server.call("PATCH", "/api/v1/account", { token, body, headers });

function refusedAt(answer: Answer, pointer: string, rule: string) {
	expect(answer.json).toMatchObject({
		status: 400,
		errors: [{ pointer, rule }],
	});
}

describe("the account a call runs in", () => {
	it("is shown with profile, settings, onboarding and network range", async () => {
		const { status, json } = await read();
		expect(status).toBe(200);
		expect(json).toMatchObject({
			id: accountId,
			parent_id: null,
			kind: "provider",
			name: "Provider",
			status: "active",
			seats: 1,
			package_id: 248,
			package_name: "Umbrella DNS Security Advantage",
			onboarding: { signup_form_pending: true, onboarding_flow_pending: true },
			settings: {
				peer_login_expiration: 86_400,
				extra: { user_approval_required: true },
			},
		});
		expect(json.network_range).toMatch(/^100\.\d+\.0\.0\/16$/);
	});

	it("keeps what an update leaves out, inside settings too, and says in the log what changed", async () => {
		const before = (await read()).json;
		const { status, json } = await update({
			city: "Austin",
			verified_ranges: ["203.0.113.0/24", "2001:DB8::/32", "203.0.113.0/24"],
			settings: {
				peer_login_expiration: 3600,
				extra: { peer_approval_enabled: true },
			},
		});
		expect(status).toBe(200);
		expect(json).toMatchObject({
			city: "Austin",
			name: before.name,
			verified_ranges: ["203.0.113.0/24", "2001:db8::/32"],
			version: before.version + 1,
		});
		expect(json.settings).toEqual({
			...before.settings,
			peer_login_expiration: 3600,
			extra: { ...before.settings.extra, peer_approval_enabled: true },
		});
		const [row] = await server.server.database
			.reader([accountId])
			.query<{ before: { city: string }; after: { city: string } }>(
				sql`select before, after from audit_events where operation = 'accounts.update' and account_id = ${accountId}`,
			);
		expect(row).toMatchObject({
			before: { city: "" },
			after: { city: "Austin" },
		});
	});

	it("refuses a change of a version that is gone", async () => {
		expect((await update({ city: "Waco" }, { "if-match": '"1"' })).status).toBe(
			412,
		);
	});

	it("refuses settings outside their limits, naming the field and the rule", async () => {
		const cases: [object, string, string][] = [
			[{ peer_login_expiration: 3599 }, "peer_login_expiration", "minimum"],
			[
				{ peer_login_expiration: 15_552_001 },
				"peer_login_expiration",
				"maximum",
			],
			[{ dns_domain: "*.acme.test" }, "dns_domain", "pattern"],
			[{ peer_expose_enabled: true }, "peer_expose_groups", "required"],
			[{ ipv6_enabled_groups: ["1"] }, "ipv6_enabled_groups", "exists"],
			[
				{ extra: { network_traffic_logs_groups: ["2"] } },
				"extra/network_traffic_logs_groups",
				"exists",
			],
		];
		for (const [settings, field, rule] of cases)
			refusedAt(await update({ settings }), `/settings/${field}`, rule);
	});

	it("refuses ranges that are none", async () => {
		for (const range of [
			"10.0.0.1/8",
			"10.0.0.0/33",
			"1::/129",
			"1.2/16",
			"2001:db8::1/64",
		])
			refusedAt(
				await update({ verified_ranges: [range] }),
				"/verified_ranges/0",
				"range",
			);
	});

	it("takes a network range only if it is usable and large enough", async () => {
		const cases: [string, string][] = [
			["10.0.0.0/29", "range_small"],
			["127.0.0.0/16", "range_unusable"],
			["169.254.0.0/20", "range_unusable"],
			["224.0.0.0/8", "range_unusable"],
			["0.0.0.0/0", "range_unusable"],
			["10.0.0.1/24", "range"],
			["fd00::/64", "range"],
		];
		for (const [network_range, rule] of cases)
			refusedAt(await update({ network_range }), "/network_range", rule);
		expect(
			(await update({ network_range: "10.9.0.0/28" })).json.network_range,
		).toBe("10.9.0.0/28");
	});

	it("gives its endpoints addresses of a new network range", async () => {
		await server.server.database.transaction([accountId], async (tx) => {
			for (const [name, ip] of [
				["one", "10.9.0.2"],
				["two", "10.9.0.1"],
				["three", null],
			])
				await tx.query(
					sql`insert into endpoints (account_id, name, device_id, ip) values (${accountId}, ${name}, ${name}, ${ip}::inet)`,
				);
		});
		expect((await update({ network_range: "10.10.0.0/24" })).status).toBe(200);
		const rows = await server.server.database
			.reader([accountId])
			.query<{ ip: string }>(
				sql`select host(ip) as ip from endpoints order by id`,
			);
		expect(rows.map(({ ip }) => ip)).toEqual([
			"10.10.0.1",
			"10.10.0.2",
			"10.10.0.3",
		]);
	});

	it("counts what it holds", async () => {
		const { json } = await server.call("GET", "/api/v1/account/stats", {
			token,
		});
		expect(json).toMatchObject({
			total_users: 1,
			total_endpoints: 3,
			active_endpoints: 0,
			credentials: 3,
			groups: 2,
			tenants: 0,
			tenant_seats: 0,
		});
	});

	it("is the only account in the list of a provider without tenants", async () => {
		const { json } = await server.call("GET", "/api/v1/accounts", { token });
		expect(json.data).toEqual([
			{
				id: accountId,
				kind: "provider",
				name: "Provider",
				status: "active",
				role: "owner",
			},
		]);
	});
});

it("an owner deletes the account with everything in it, and only the audit log stays", async () => {
	const other = await startTestServer({ kind: "standalone" });
	try {
		const answer = await other.call("DELETE", "/api/v1/account", {
			token: other.first.token,
		});
		expect(answer.status).toBe(204);
		expect(
			(await other.call("GET", "/api/v1/account", { token: other.first.token }))
				.status,
		).toBe(401);
		const db = other.server.database.reader([other.first.accountId]);
		const [left] = await db.query<{ events: number; users: number }>(sql`select
			(select count(*)::int from audit_events where operation = 'accounts.delete') as events, (select count(*)::int from users) as users`);
		expect(left).toEqual({ events: 1, users: 0 });
	} finally {
		await other.stop();
	}
});
