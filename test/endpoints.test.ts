import { describe, expect, test } from "vitest";
import { sql } from "../src/db/index.ts";
import { movableClock } from "./support/clock.ts";
import { startNativeApi } from "./support/native-api.ts";
import { makeTenant } from "./support/people.ts";

const clock = movableClock();
const { server, call } = await startNativeApi({ clock });

async function setupKey(body: object = {}, scope = ""): Promise<string> {
	const made = await call("POST", `/setup-keys${scope}`, {
		name: "Enrol",
		type: "reusable",
		...body,
	});
	return made.json.key;
}
const enroll = (key: string, hostname = "host", more: object = {}) =>
	call("POST", "/enroll", { hostname, ...more }, key);

async function countEvents(operation: string): Promise<number> {
	const [row] = await server.server.database
		.reader([server.first.accountId])
		.query<{ count: number }>(
			sql`select count(*)::int as count from audit_events where account_id = ${server.first.accountId} and operation = ${operation}`,
		);
	return row?.count ?? 0;
}

describe("enrolment", () => {
	test("a machine gets an address, a name, its groups, and a credential shown once", async () => {
		const group = await call("POST", "/groups", { name: "Joined" });
		const key = await setupKey({ groups: [group.json.id] });
		const made = await enroll(key, "Web-1.example.com", {
			os: "Linux",
			os_version: "12\u0007",
			agent_version: "0.31.0",
		});
		expect(made.status).toBe(200);
		expect(made.json).toMatchObject({
			name: "Web-1.example.com",
			dns_label: "web-1",
			os_version: "12",
			connected: true,
			user_id: null,
		});
		expect(made.json.device_id).toMatch(/^[0-9A-F]{16}$/);
		expect(made.json.ip).toMatch(/^100\.\d+\.\d+\.\d+$/);
		expect(
			made.json.groups.map((g: { name: string }) => g.name).sort(),
		).toEqual(["All", "Joined"]);
		const read = await call("GET", `/endpoints/${made.json.id}`);
		expect(read.text).not.toContain(made.json.token);
		const keys = await call("GET", "/setup-keys?name=Enrol");
		expect(keys.json.data[0]).toMatchObject({ used_times: 1 });
		const [event] = await server.server.database
			.reader([server.first.accountId])
			.query(
				sql`select actor_kind, target_id, after from audit_events where account_id = ${server.first.accountId} and operation = 'endpoints.enroll'`,
			);
		expect(event).toMatchObject({
			actor_kind: "setup_key",
			target_id: made.json.id,
		});
		expect(JSON.stringify(event)).not.toContain(made.json.token);
	});

	test("the key is sent in any form, in either case", async () => {
		const key = await setupKey();
		const forms: Record<string, string>[] = [
			{ authorization: `Token ${key.toLowerCase()}` },
			{ authorization: `Bearer ${key}` },
			{ apikey: key },
			{ authorization: `Basic ${Buffer.from(`${key}:`).toString("base64")}` },
		];
		for (const headers of forms) {
			const made = await server.call("POST", "/api/v1/enroll", {
				body: { hostname: "any-form" },
				headers,
			});
			expect(made.status).toBe(200);
		}
	});

	test("no user's credential enrols a machine, whatever it opens", async () => {
		const answer = await call("POST", "/enroll", { hostname: "x" });
		expect([answer.status, answer.json.reason]).toEqual([403, "key_access"]);
		const listed = await call("POST", "/keys", {
			kind: "api",
			name: "X",
			access: { type: "operations", operations: ["endpoints.enroll"] },
		});
		expect(listed.json.reason).toBe("operation");
	});

	test("a revoked, expired or used-up key enrols nothing, on the very next call", async () => {
		const made = await call("POST", "/setup-keys", {
			name: "Revoked",
			type: "reusable",
			expires_in_seconds: 60,
		});
		const { id, key } = made.json;
		expect((await enroll(key)).status).toBe(200);
		await call("PATCH", `/setup-keys/${id}`, { revoked: true });
		expect((await enroll(key)).json.reason).toBe("setup_key_revoked");
		const expiring = await setupKey({ expires_in_seconds: 60 });
		clock.offsetMs += 60_001;
		expect((await enroll(expiring)).json.reason).toBe("setup_key_expired");
		const once = await setupKey({ type: "one-off" });
		expect((await enroll(once)).status).toBe(200);
		expect((await enroll(once)).json.reason).toBe("setup_key_overused");
		await call("DELETE", `/setup-keys/${id}`);
		expect((await enroll(key)).status).toBe(401);
	});

	test("of twenty machines that race for a one-off key exactly one enrols", async () => {
		const key = await setupKey({ type: "one-off" });
		const answers = await Promise.all(
			Array.from({ length: 20 }, (_, n) => enroll(key, `race-${n}`)),
		);
		expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
		for (const { status, json } of answers.filter((a) => a.status !== 200))
			expect([status, json.reason]).toEqual([403, "setup_key_overused"]);
		const list = await call("GET", "/endpoints?name=race-&count=true");
		expect(list.json.total).toBe(1);
	});

	test("a key with a limit enrols exactly that many, and addresses and names never collide", async () => {
		const tenant = await makeTenant(server, "Crowded");
		const limited = await setupKey({ usage_limit: 12 }, `?account=${tenant}`);
		const free = await setupKey({}, `?account=${tenant}`);
		const answers = await Promise.all(
			Array.from({ length: 40 }, (_, n) =>
				enroll(n % 2 ? limited : free, "same-name"),
			),
		);
		const enrolled = answers.filter(({ status }) => status === 200);
		expect(enrolled).toHaveLength(32);
		for (const field of ["ip", "dns_label", "device_id"])
			expect(new Set(enrolled.map(({ json }) => json[field])).size).toBe(32);
	});

	test("a full network says so, and the last free addresses are found", async () => {
		const tenant = await makeTenant(server, "Small");
		await server.server.database.transaction([tenant], (tx) =>
			tx.query(
				sql`update accounts set network_range = '100.64.0.0/28' where id = ${tenant}`,
			),
		);
		const key = await setupKey({}, `?account=${tenant}`);
		const ips: string[] = [];
		for (let n = 0; n < 14; n++) ips.push((await enroll(key)).json.ip);
		expect(new Set(ips).size).toBe(14);
		expect(ips).not.toContain("100.64.0.0");
		expect(ips).not.toContain("100.64.0.15");
		const full = await enroll(key);
		expect([full.status, full.json.reason]).toEqual([409, "no_free_address"]);
	});

	test("a machine that enrols again with its key is the machine it was, and its old credential is dead", async () => {
		const once = await setupKey({ type: "one-off" });
		const first = await enroll(once, "twice", { public_key: "abc=" });
		const beat = (token: string) => call("POST", "/heartbeat", {}, token);
		expect((await beat(first.json.token)).status).toBe(200);
		const again = await enroll(once, "twice", { public_key: "abc=" });
		expect([again.status, again.json.id]).toEqual([200, first.json.id]);
		expect(again.json.ip).toBe(first.json.ip);
		expect((await beat(first.json.token)).status).toBe(401);
		expect((await beat(again.json.token)).status).toBe(200);
		expect((await enroll(once, "other")).json.reason).toBe(
			"setup_key_overused",
		);
		const other = await setupKey();
		const moved = await enroll(other, "twice", { public_key: "abc=" });
		expect(moved.json.id).toBe(first.json.id);
		expect(moved.json.setup_key_id).not.toBe(first.json.setup_key_id);
	});

	test("extra DNS labels need a key that allows them", async () => {
		const plain = await enroll(await setupKey(), "x", {
			extra_dns_labels: ["db"],
		});
		expect([plain.status, plain.json.reason]).toEqual([400, "not_allowed"]);
		const allowed = await enroll(
			await setupKey({ allow_extra_dns_labels: true }),
			"x",
			{ extra_dns_labels: ["db"] },
		);
		expect(allowed.json.extra_dns_labels).toEqual(["db"]);
	});
});

describe("signs of life", () => {
	test("a heartbeat moves what is seen and leaves no row in the log", async () => {
		const made = await enroll(await setupKey(), "beating");
		const before = await countEvents("endpoints.heartbeat");
		clock.offsetMs += 5000;
		const answer = await call(
			"POST",
			"/heartbeat",
			{ status: "Encrypted", agent_version: "0.32.0" },
			made.json.token,
		);
		expect(answer.json).toMatchObject({ interval_seconds: 60 });
		const read = await call("GET", `/endpoints/${made.json.id}`);
		expect(read.json).toMatchObject({
			status: "Encrypted",
			last_sync_status: "Encrypted",
			agent_version: "0.32.0",
			version: 1,
		});
		expect(read.json.last_seen_at > made.json.last_seen_at).toBe(true);
		expect(await countEvents("endpoints.heartbeat")).toBe(before);
	});

	test("a machine's credential opens its sign of life and nothing else", async () => {
		const made = await enroll(await setupKey(), "narrow");
		for (const path of ["/endpoints", `/endpoints/${made.json.id}`, "/keys"])
			expect((await call("GET", path, undefined, made.json.token)).status).toBe(
				403,
			);
		const keys = await call("GET", "/keys?search=narrow");
		expect(keys.json.data).toEqual([]);
	});

	test("what a machine says is held to its limits", async () => {
		const made = await enroll(await setupKey(), "limits");
		for (const body of [
			{ status: "Off" },
			{ agent_version: "x".repeat(101) },
			{ os_version: "a\u0000b" },
		])
			expect(
				(await call("POST", "/heartbeat", body, made.json.token)).status,
			).toBe(400);
	});
});

describe("looking after endpoints", () => {
	test("lists are filtered by name, address, status, time, group and device id", async () => {
		const group = await call("POST", "/groups", { name: "Filtered" });
		const made = await enroll(
			await setupKey({ groups: [group.json.id] }),
			"filter_me%",
		);
		const ids = async (query: string) =>
			(await call("GET", `/endpoints?${query}`)).json.data.map(
				(row: { id: string }) => row.id,
			);
		const only = [made.json.id];
		expect(await ids("name=LTER_ME%25")).toEqual(only);
		expect(await ids("name=lterXme")).toEqual([]);
		expect(await ids(`ip=${made.json.ip.slice(3)}`)).toEqual(only);
		expect(await ids(`group_id=${group.json.id}`)).toEqual(only);
		expect(await ids(`device_id=${made.json.device_id.toLowerCase()}`)).toEqual(
			only,
		);
		const later = new Date(clock.nowMs() + 60_000).toISOString();
		expect(await ids(`name=filter_me&last_seen_before=${later}`)).toEqual(only);
		expect(await ids(`last_seen_after=${later}`)).toEqual([]);
		expect(await ids("status=Off")).toEqual([]);
		expect(await ids("connected=true&sort=-ip&limit=1")).toHaveLength(1);
	});

	test("a new name brings a new label, an address is the account's own and free", async () => {
		const key = await setupKey();
		const one = await enroll(key, "one");
		const two = await enroll(key, "two");
		const at = `/endpoints/${two.json.id}`;
		const named = await call("PATCH", at, { name: "One", ssh_enabled: true });
		expect(named.json).toMatchObject({ name: "One", ssh_enabled: true });
		expect(named.json.dns_label).toMatch(/^one-\d+-\d+$/);
		const taken = await call("PATCH", at, { ip: one.json.ip });
		expect([taken.status, taken.json.reason]).toEqual([409, "address_taken"]);
		const outside = await call("PATCH", at, { ip: "192.0.2.1" });
		expect([outside.status, outside.json.reason]).toEqual([400, "range"]);
		const expires = await call("PATCH", at, { login_expiration_enabled: true });
		expect([expires.status, expires.json.reason]).toEqual([
			409,
			"endpoint_without_user",
		]);
	});

	test("where approval is required a new endpoint waits for it", async () => {
		const tenant = await makeTenant(server, "Approving");
		await call("PATCH", `/account?account=${tenant}`, {
			settings: { extra: { peer_approval_enabled: true } },
		});
		const made = await enroll(await setupKey({}, `?account=${tenant}`));
		expect(made.json.approval_required).toBe(true);
		const approved = await call(
			"PATCH",
			`/endpoints/${made.json.id}?account=${tenant}`,
			{ approval_required: false },
		);
		expect(approved.json.approval_required).toBe(false);
	});

	test("an endpoint that routes for a network stays; another goes with its credential", async () => {
		const made = await enroll(await setupKey(), "router");
		const network = await call("POST", "/networks", { name: "Routed" });
		const router = await call("POST", "/network-routers", {
			network_id: network.json.id,
			endpoint_id: made.json.id,
		});
		expect(router.status).toBe(201);
		const at = `/endpoints/${made.json.id}`;
		const linked = await call("DELETE", at);
		expect([linked.status, linked.json.reason]).toEqual([
			409,
			"endpoint_linked",
		]);
		await call("DELETE", `/networks/${network.json.id}`);
		expect((await call("DELETE", at)).status).toBe(204);
		expect((await call("POST", "/heartbeat", {}, made.json.token)).status).toBe(
			401,
		);
		expect((await call("GET", at)).json.reason).toBe("endpoint_not_found");
	});

	test("figures count what the list shows, over several accounts at once", async () => {
		const tenant = await makeTenant(server, "Counted");
		const key = await setupKey({}, `?account=${tenant}`);
		await enroll(key, "a", { os: "Linux", agent_version: "1" });
		await enroll(key, "b", { os: "Windows", agent_version: "1" });
		const stats = await call("GET", `/endpoint-stats?account=${tenant}`);
		expect(stats.json).toMatchObject({
			total: 2,
			connected: 2,
			by_status: [{ value: "Protected", count: 2 }],
			by_agent_version: [{ value: "1", count: 2 }],
		});
		const all = await call("GET", "/endpoint-stats?account=*");
		const listed = await call("GET", "/endpoints?account=*&count=true&limit=1");
		expect(all.json.total).toBe(listed.json.total);
	});
});
