import pg from "pg";
import { describe, expect, it, vi } from "vitest";
import { type Sql, sql } from "../src/db/index.ts";
import { attentionKinds } from "../src/modules/attention/index.ts";
import { startNativeApi } from "./support/native-api.ts";
import { addPerson } from "./support/provider.ts";

const { server, accountId: home, call, made } = await startNativeApi();

const query = (accountId: string, statement: Sql) =>
	server.server.database.transaction([accountId], (tx) => tx.query(statement));
const days = (n: number) => new Date(Date.now() + n * 86_400_000);

interface Item {
	kind: string;
	severity: string;
	account: { id: string; name: string };
	count: number;
	examples: { id: string; name: string }[];
	since: string | null;
	list: { operation: string; filter: Record<string, unknown> };
}
async function attention(search = "", as?: string): Promise<Item[]> {
	const answer = await call("GET", `/attention?${search}`, undefined, as);
	expect(answer.status, answer.text).toBe(200);
	return answer.json.data;
}

const acme = await made("/tenants", { name: "Acme" });
const calm = await made("/tenants", { name: "Calm" });
await fillWithTrouble(acme.id);
await fillHome();

/** One of everything that can need attention in a tenant. */
async function fillWithTrouble(id: string) {
	const within = (path: string) => `${path}?account=${id}`;
	for (const [n, status] of [1, 1, 1, 1, 2, 3, 4, 5].entries()) {
		const device = await made(within("/devices"), {
			name: `d-${n}`,
			display_name: n === 0 ? "Core switch" : "",
			ip_address: `192.0.2.${n + 1}`,
		});
		await query(
			id,
			sql`update devices set status = ${status}, status_at = ${days(-10 + n)} where account_id = ${id} and id = ${device.id}`,
		);
	}
	await query(
		id,
		sql`insert into devices (account_id, name, status, suppressed) values (${id}, 'muted', 1, true)`,
	);
	await query(
		id,
		sql`insert into endpoints (account_id, name, device_id, approval_required) values (${id}, 'pc-1', 'A', true), (${id}, 'pc-2', 'B', false)`,
	);
	await query(
		id,
		sql`insert into users (account_id, name, role, status) values (${id}, 'Waiting', 'user', 'pending')`,
	);
	await made(within("/user-invites"), {
		email: "late@acme.test",
		name: "Late",
		role: "user",
	});
	await query(
		id,
		sql`update user_invites set expires_at = ${days(-1)} where account_id = ${id}`,
	);
	await addSetupKeys(id);
	await addKeys(id);
}

async function addSetupKeys(id: string) {
	for (const [name, expires, limit, used, revoked, type] of [
		["expiring", days(3), 0, 0, false, "reusable"],
		["expired", days(-3), 0, 0, false, "reusable"],
		["long expired", days(-90), 0, 0, false, "reusable"],
		["revoked", days(-3), 0, 0, true, "reusable"],
		["used up", null, 2, 2, false, "reusable"],
		["used once", null, 1, 1, false, "one-off"],
		["good", days(300), 0, 0, false, "reusable"],
	] as const)
		await query(
			id,
			sql`insert into setup_keys (account_id, name, type, key_hash, pepper_version, key_prefix, expires_at, usage_limit, used_times, revoked)
				values (${id}, ${name}, ${type}, ${Buffer.from(name)}, 1, 'AAAA', ${expires}, ${limit}, ${used}, ${revoked})`,
		);
}

async function addKeys(id: string) {
	const { userId } = await addPerson(server, id, "operator", {
		access: { type: "modules", modules: {} },
	});
	for (const [name, expires, used, type] of [
		["expired", days(-2), days(-3), "modules"],
		["long expired", days(-100), days(-101), "modules"],
		["expiring", days(5), days(-1), "modules"],
		["unlimited", null, days(-1), "all"],
		["unused", days(200), days(-100), "modules"],
		["never used", null, null, "modules"],
		["good", days(200), days(-1), "all"],
	] as const)
		await query(
			id,
			sql`insert into credentials (account_id, kind, name, user_id, access, expires_at, last_used_at, created_at)
				values (${id}, 'api', ${name}, ${userId}, ${JSON.stringify({ type })}, ${expires}, ${used}, ${days(-200)})`,
		);
	await query(
		id,
		sql`insert into credential_usage (account_id, credential_id, operation, hour, limited)
			select account_id, id, 'devices.list', date_trunc('hour', now()), 7 from credentials where account_id = ${id} and name = 'good'`,
	);
}

async function fillHome() {
	const suspended = await made("/tenants", { name: "Behind" });
	await call("POST", `/tenants/${suspended.id}/suspend`);
	await made("/tenants", { name: "Unproven", domain: "unproven.test" });
}

describe("what needs attention", () => {
	it("counts exactly what the list that it names lists, of every kind there is", async () => {
		const items = [
			...(await attention(`account=${acme.id}`)),
			...(await attention()),
		].filter(({ kind }) => kind !== "audit_unsealed");
		const seen = new Set(items.map(({ kind }) => kind));
		expect(
			attentionKinds.filter(
				(kind) => !seen.has(kind) && kind !== "audit_unsealed",
			),
		).toEqual([]);
		for (const { kind, account, count, examples, list } of items) {
			const operation = server.server.resources.registry.get(list.operation);
			const search = new URLSearchParams({
				account: account.id,
				count: "true",
			});
			for (const [field, value] of Object.entries(list.filter))
				for (const one of [value].flat()) search.append(field, String(one));
			const { json, text } = await call("GET", `${operation.path}?${search}`);
			if (kind !== "calls_limited")
				expect([kind, json.total], text).toEqual([kind, count]);
			const ids = json.data.map(({ id }: { id: string }) => id);
			for (const { id } of examples)
				expect([kind, ids]).toEqual([kind, expect.arrayContaining([id])]);
			expect(examples.length).toBe(
				Math.min(3, kind === "calls_limited" ? 1 : count),
			);
		}
	});

	it("tells of events that the sealer has left waiting", async () => {
		const superuser = new pg.Client(server.database.superuser);
		await superuser.connect();
		try {
			await superuser.query("begin");
			await superuser.query("lock table audit_heads in exclusive mode");
			await query(
				acme.id,
				sql`insert into audit_events (account_id, at, actor_kind, surface, operation, outcome)
				values (${acme.id}, ${days(-1)}, 'user', 'rest', 'groups.create', 'done')`,
			);
			const [item] = await attention(`account=${acme.id}&kind=audit_unsealed`);
			expect(item).toMatchObject({
				kind: "audit_unsealed",
				severity: "critical",
				count: 1,
				examples: [],
			});
			const search = new URLSearchParams({ account: acme.id, count: "true" });
			for (const [field, value] of Object.entries(item?.list.filter ?? {}))
				search.append(field, String(value));
			const { json } = await call("GET", `/audit-events?${search}`);
			expect(json).toMatchObject({ total: 1, data: [{ sequence: null }] });
		} finally {
			await superuser.query("rollback");
			await superuser.end();
		}
		await vi.waitFor(
			async () =>
				expect(
					await attention(`account=${acme.id}&kind=audit_unsealed`),
				).toEqual([]),
			{ timeout: 45_000, interval: 100 },
		);
	});

	it("says how many, since when, and names those it has held for longest", async () => {
		const [worst] = await attention(`account=${acme.id}`);
		expect(worst).toMatchObject({
			kind: "devices_critical",
			severity: "critical",
			account: { id: acme.id, name: "Acme" },
			count: 4,
			examples: [{ name: "Core switch" }, { name: "d-1" }, { name: "d-2" }],
			since: expect.stringMatching(/Z$/),
			list: { operation: "devices.list" },
		});
		const limited = await attention(`account=${acme.id}&kind=calls_limited`);
		expect(limited).toMatchObject([{ count: 7, examples: [{ name: "good" }] }]);
	});

	it("comes with the worst first, page by page, over all tenants or in one", async () => {
		const all = await attention("account=*&limit=200");
		const order = all.map(({ kind }) => attentionKinds.indexOf(kind as never));
		expect(order).toEqual([...order].sort((a, b) => a - b));
		expect(new Set(all.map(({ account }) => account.id))).toEqual(
			new Set([home, acme.id]),
		);
		const paged: Item[] = [];
		for (let cursor = ""; ; ) {
			const { json } = await call(
				"GET",
				`/attention?account=*&limit=3${cursor && `&cursor=${cursor}`}`,
			);
			paged.push(...json.data);
			expect(json.data.length).toBeLessThanOrEqual(3);
			expect(json.has_more).toBe(json.next !== null);
			if (!json.next) break;
			cursor = json.next;
		}
		const keys = (items: Item[]) =>
			items.map(({ kind, account }) => `${kind} ${account.id}`);
		expect(keys(paged)).toEqual(keys(all));
		expect(await attention(`account=${calm.id}`)).toEqual([]);
	});

	it("keeps one severity or some kinds when asked", async () => {
		const notices = await attention("account=*&severity=notice");
		expect(new Set(notices.map(({ severity }) => severity))).toEqual(
			new Set(["notice"]),
		);
		const some = await attention(
			"account=*&kind=devices_trouble&kind=users_waiting",
		);
		expect(some.map(({ kind }) => kind)).toEqual([
			"devices_trouble",
			"users_waiting",
		]);
		const wrong = await call("GET", "/attention?cursor=bm9uc2Vuc2U");
		expect(wrong.json).toMatchObject({
			status: 400,
			errors: [{ pointer: "/cursor" }],
		});
	});

	it("tells of each account only what the caller may list there", async () => {
		const technician = await addPerson(server, home, "user");
		const groups: string[] = [];
		for (const [tenant, role] of [
			[acme.id, "billing_admin"],
			[calm.id, "operator"],
		]) {
			const group = await made("/groups", {
				name: `G ${role}`,
				users: [technician.userId],
			});
			groups.push(group.id);
			await made("/grants", { group_id: group.id, tenant_id: tenant, role });
		}
		await query(
			calm.id,
			sql`insert into devices (account_id, name, status) values (${calm.id}, 'calm-1', 1)`,
		);
		const items = await attention("account=*", technician.token);
		expect(items.map(({ kind, account }) => [kind, account.name])).toEqual([
			["devices_critical", "Calm"],
		]);
		for (const group of groups) {
			const grants = (await call("GET", `/grants?group_id=${group}`)).json.data;
			for (const { id } of grants) await call("DELETE", `/grants/${id}`);
		}
		await query(
			calm.id,
			sql`delete from devices where account_id = ${calm.id}`,
		);
	});

	it("opens no more to a key than the key opens", async () => {
		const { token } = await made("/keys", {
			kind: "api",
			name: "Devices only",
			access: {
				type: "operations",
				operations: ["attention.list", "devices.list"],
			},
			expires_in_days: 300,
		});
		const kinds = (await attention("account=*", token)).map(({ kind }) => kind);
		expect(kinds.length).toBeGreaterThan(0);
		expect(kinds.filter((kind) => !kind.startsWith("devices_"))).toEqual([]);
	});
});
