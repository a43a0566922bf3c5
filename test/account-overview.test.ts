import { describe, expect, it } from "vitest";
import { sql } from "../src/db/index.ts";
import { startNativeApi } from "./support/native-api.ts";
import { addPerson } from "./support/provider.ts";

const { server, accountId: home, call, made } = await startNativeApi();

const acme = await made("/tenants", { name: "Acme" });
const within = (path: string) => `${path}?account=${acme.id}`;
const overview = async (as?: string, path = within("/account/overview")) => {
	const answer = await call("GET", path, undefined, as);
	expect(answer.status, answer.text).toBe(200);
	return answer.json;
};
const query = (statement: ReturnType<typeof sql>) =>
	server.server.database.transaction([acme.id], (tx) => tx.query(statement));

describe("the overview of an account", () => {
	it("counts devices, endpoints, users and keys by what a page tells of them", async () => {
		await query(sql`insert into devices (account_id, name, status, suppressed) values
			(${acme.id}, 'a', 1, false), (${acme.id}, 'b', 1, true), (${acme.id}, 'c', 3, false), (${acme.id}, 'd', 5, false), (${acme.id}, 'e', 7, false)`);
		await query(sql`insert into endpoints (account_id, name, device_id, status, approval_required) values
			(${acme.id}, 'a', 'A', 'Protected', false), (${acme.id}, 'b', 'B', 'Off', true), (${acme.id}, 'c', 'C', 'Uninstalled', false)`);
		const person = await addPerson(server, acme.id, "operator");
		await addPerson(server, acme.id, "operator", { kind: "service" });
		await query(sql`insert into users (account_id, name, role, status, blocked) values
			(${acme.id}, 'p', 'user', 'pending', false), (${acme.id}, 'i', 'user', 'invited', false), (${acme.id}, 'b', 'user', 'active', true)`);
		for (const [kind, enabled, expires] of [
			["api", true, new Date(0)],
			["api", false, null],
			["endpoint", true, null],
			["session", true, null],
		] as const)
			await query(sql`insert into credentials (account_id, kind, name, access, enabled, expires_at, user_id)
				values (${acme.id}, ${kind}, 'k', '{"type":"all"}', ${enabled}, ${expires}, ${kind === "endpoint" ? null : person.userId})`);
		await made(within("/setup-keys"), { name: "s", type: "reusable" });
		await query(
			sql`insert into setup_keys (account_id, name, type, key_hash, pepper_version, key_prefix, revoked) values (${acme.id}, 'r', 'reusable', 'r', 1, 'A', true)`,
		);
		const found = await overview();
		expect(found).toMatchObject({
			devices: {
				total: 5,
				critical: 1,
				trouble: 0,
				attention: 1,
				service_down: 0,
				clear: 1,
				not_watched: 1,
				suppressed: 1,
			},
			endpoints: { total: 3, online: 1, offline: 2, waiting: 1 },
			users: {
				people: 4,
				active: 1,
				invited: 1,
				pending: 1,
				blocked: 1,
				service: 1,
			},
			keys: { total: 4, active: 2, disabled: 1, expired: 1 },
			setup_keys: { total: 2, valid: 1 },
			last_event: {
				operation: "setup_keys.create",
				actor_name: "Olive Owner",
				external: true,
			},
			reached_by: { groups: 1, people: 1 },
		});
		const stats = (await call("GET", within("/account/stats"))).json;
		expect(found.stats).toEqual(stats);
	});

	it("is one of one's own account too, which nobody reaches from above", async () => {
		const found = await overview(undefined, "/account/overview");
		expect(found).toMatchObject({
			stats: { tenants: 1 },
			devices: { total: 0 },
			reached_by: null,
		});
	});

	it("tells who reaches it, and what was done last, only to those who may ask", async () => {
		const inside = await addPerson(server, acme.id, "owner");
		expect(await overview(inside.token)).toMatchObject({
			last_event: { external: true },
			reached_by: null,
		});
		const billing = await addPerson(server, acme.id, "billing_admin");
		expect(await overview(billing.token)).toMatchObject({
			last_event: null,
			reached_by: null,
		});
		const narrow = await addPerson(server, home, "owner", {
			access: { type: "operations", operations: ["accounts.overview"] },
		});
		expect(await overview(narrow.token, "/account/overview")).toMatchObject({
			last_event: null,
		});
	});

	it("adds up the figures of all accounts that the caller may enter, and of no other", async () => {
		const totals = async (path: string, as?: string) => {
			const answer = await call("GET", path, undefined, as);
			expect(answer.status, answer.text).toBe(200);
			return answer.json;
		};
		const all = await totals("/account/totals?account=*");
		const parts = [
			await overview(),
			await overview(undefined, "/account/overview"),
		];
		expect(all.accounts).toBe(2);
		for (const noun of ["devices", "endpoints", "users", "keys", "setup_keys"])
			for (const [figure, sum] of Object.entries(all[noun]))
				expect(sum, `${noun}.${figure}`).toBe(
					parts.reduce((before, part) => before + part[noun][figure], 0),
				);
		const inside = await addPerson(server, acme.id, "auditor");
		const own = await totals("/account/totals?account=*", inside.token);
		expect(own).toMatchObject({ accounts: 1, devices: { total: 5 } });
	});
});
