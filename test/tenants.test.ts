import { describe, expect, it } from "vitest";
import { sql } from "../src/db/index.ts";
import { startNativeApi } from "./support/native-api.ts";
import { addPerson, addRootAccount, eventsOf } from "./support/provider.ts";
import type { Answer } from "./support/server.ts";

const { server, token, accountId: providerId, call } = await startNativeApi();

let names = 0;
async function create(body: object = {}): Promise<Answer["json"]> {
	const answer = await call("POST", "/tenants", {
		name: `Tenant ${++names}`,
		...body,
	});
	expect(answer.json).toMatchObject({ name: expect.any(String) });
	expect(answer.status).toBe(201);
	return answer.json;
}

describe("a new tenant", () => {
	it("has its profile, is reached by the administrators, and is told of in both logs", async () => {
		const profile = {
			seats: 50,
			package_id: 250,
			license_type: "msla",
			street_address: "1 Main Street",
			country_code: "US",
			deal_id: "D-1",
			admin_emails: ["it@acme.test"],
			addon_rbi: "2",
			addon_dlp: true,
			verified_ranges: ["198.51.100.0/24"],
		};
		const answer = await call("POST", "/tenants", { name: "Acme", ...profile });
		expect(answer.status).toBe(201);
		expect(answer.headers.get("location")).toBe(
			`/api/v1/tenants/${answer.json.id}`,
		);
		const tenant = answer.json;
		expect(tenant).toMatchObject({
			...profile,
			name: "Acme",
			account_id: providerId,
			status: "active",
			domain: "",
			package_name: "Umbrella SIG Essentials",
			is_trial: true,
			groups: [{ group_name: "Administrators", role: "admin" }],
		});
		expect((await call("GET", `/tenants/${tenant.id}`)).json).toEqual(tenant);
		for (const accountId of [providerId, tenant.id])
			expect(
				(await eventsOf(server, accountId, "tenants.create")).at(-1),
			).toMatchObject({
				target_id: tenant.id,
				actor_account_id: providerId,
				before: null,
				after: { name: "Acme", seats: 50 },
			});
	});

	it("starts with what clients expect to find in it", async () => {
		const { id } = await create();
		const groups = (await call("GET", `/groups?account=${id}`)).json.data;
		expect(groups).toMatchObject([{ name: "All", built_in: "all" }]);
		const account = (await call("GET", `/account?account=${id}`)).json;
		expect(account).toMatchObject({
			kind: "tenant",
			parent_id: providerId,
			settings: { lazy_connection_enabled: false },
		});
		const [counts] = await server.server.database.reader([id]).query(sql`select
			(select count(*)::int from policies) as policies, (select count(*)::int from dns_policies) as dns_policies`);
		expect(counts).toEqual({ policies: 1, dns_policies: 1 });
	});

	it("is reached by the named groups alone when groups are named", async () => {
		const group = (await call("POST", "/groups", { name: "Technicians" })).json;
		const tenant = await create({
			groups: [{ group_id: group.id, role: "operator" }],
		});
		expect(tenant.groups).toMatchObject([
			{ group_id: group.id, role: "operator" },
		]);
		expect((await call("GET", `/groups?account=${tenant.id}`)).status).toBe(
			404,
		);
	});

	it("refuses unknown groups, a group twice, ownership and fields outside their limits", async () => {
		const [all] = (await call("GET", "/groups?name=All")).json.data;
		const cases: [object, string, string][] = [
			[{ groups: [{ group_id: "1", role: "admin" }] }, "/groups", "exists"],
			[
				{
					groups: [
						{ group_id: all.id, role: "user" },
						{ group_id: all.id, role: "admin" },
					],
				},
				"/groups",
				"unique",
			],
			[
				{ groups: [{ group_id: all.id, role: "owner" }] },
				"/groups/0/role",
				"enum",
			],
			[{ seats: 0 }, "/seats", "minimum"],
			[{ package_id: 5 }, "/package_id", "enum"],
			[{ domain: "no domain" }, "/domain", "pattern"],
			[{ admin_emails: ["nobody"] }, "/admin_emails/0", "format"],
			[{ name: "" }, "/name", "minLength"],
		];
		for (const [body, pointer, rule] of cases)
			expect(
				(await call("POST", "/tenants", { name: "Refused", ...body })).json,
			).toMatchObject({
				status: 400,
				errors: [{ pointer, rule }],
			});
		expect((await call("GET", "/tenants?name=Refused")).json.data).toEqual([]);
	});

	it("is made by a provider only", async () => {
		const { id } = await create();
		const admin = await addPerson(server, id, "owner");
		const inside = await call(
			"POST",
			"/tenants",
			{ name: "Below" },
			admin.token,
		);
		expect(inside.json).toMatchObject({
			status: 403,
			reason: "not_a_provider",
		});
		const within = await call("POST", `/tenants?account=${id}`, {
			name: "Below",
		});
		expect(within.json).toMatchObject({
			status: 403,
			reason: "not_a_provider",
		});
	});
});

describe("the list of tenants", () => {
	it("is searched, filtered and sorted", async () => {
		await create({ name: "Zeta 1", seats: 9 });
		await create({ name: "Zeta 2", seats: 7, domain: "zeta.test" });
		const list = async (query: string) =>
			(await call("GET", `/tenants?${query}`)).json.data.map(
				({ name }: { name: string }) => name,
			);
		expect(await list("search=zeta&sort=-name")).toEqual(["Zeta 2", "Zeta 1"]);
		expect(await list("search=zeta&sort=seats")).toEqual(["Zeta 2", "Zeta 1"]);
		expect(await list("search=zeta&status=pending")).toEqual(["Zeta 2"]);
		expect(await list("domain=Zeta.Test")).toEqual(["Zeta 2"]);
		const first = (await call("GET", "/tenants?search=zeta&limit=1&count=true"))
			.json;
		expect(first).toMatchObject({ has_more: true, total: 2 });
		expect(await list(`search=zeta&limit=1&cursor=${first.next}`)).toEqual([
			"Zeta 2",
		]);
	});
});

describe("a change of a tenant", () => {
	it("replaces groups, keeps what is left out, and holds to the version seen", async () => {
		const tenant = await create({ seats: 5, city: "Austin" });
		const group = (
			await call("POST", "/groups", { name: `For ${tenant.name}` })
		).json;
		const [admins] = tenant.groups;
		const answer = await call("PATCH", `/tenants/${tenant.id}`, {
			name: "Renamed",
			seats: 6,
			groups: [
				{ group_id: admins.group_id, role: "admin" },
				{ group_id: group.id, role: "auditor" },
			],
		});
		expect(answer.json).toMatchObject({
			name: "Renamed",
			seats: 6,
			city: "Austin",
			version: tenant.version + 1,
			groups: [admins, { group_id: group.id, role: "auditor" }],
		});
		const stale = await server.call("PATCH", `/api/v1/tenants/${tenant.id}`, {
			token,
			body: { name: "Stale" },
			headers: { "if-match": `"${tenant.version}"` },
		});
		expect(stale.status).toBe(412);
		for (const accountId of [providerId, tenant.id])
			expect(
				(await eventsOf(server, accountId, "tenants.update")).at(-1),
			).toMatchObject({
				before: { seats: 5 },
				after: { seats: 6 },
			});
	});

	it("leaves what was sold to the provider: a tenant's own people cannot raise their seats", async () => {
		const tenant = await create();
		const owner = await addPerson(server, tenant.id, "owner");
		for (const body of [
			{ seats: 1000 },
			{ verified_ranges: ["0.0.0.0/0"] },
			{ domain: "other.test" },
		])
			expect(
				(await call("PATCH", "/account", body, owner.token)).json,
			).toMatchObject({
				status: 403,
				reason: "provider_decides",
			});
		expect(
			(await call("PATCH", "/account", { city: "Waco" }, owner.token)).status,
		).toBe(200);
	});

	it("notes its plan and counts its use", async () => {
		const { id } = await create();
		await addPerson(server, id, "user");
		const subscribed = await call("PUT", `/tenants/${id}/subscription`, {
			plan: "team",
		});
		expect(subscribed.json).toMatchObject({
			subscription: "team",
			is_trial: false,
		});
		expect((await call("GET", `/tenants/${id}/usage`)).json).toEqual({
			active_users: 0,
			total_users: 1,
			active_endpoints: 0,
			total_endpoints: 0,
		});
		expect((await call("GET", "/account/stats")).json.tenants).toBeGreaterThan(
			1,
		);
	});
});

describe("the end of a tenant", () => {
	it("suspension stops its own people and the provider's, until it is resumed", async () => {
		const { id } = await create({ domain: "paused.test" });
		const owner = await addPerson(server, id, "owner");
		const reads = async () => [
			(await call("GET", "/groups", undefined, owner.token)).status,
			(await call("GET", `/groups?account=${id}`)).status,
		];
		expect(await reads()).toEqual([200, 200]);
		expect((await call("POST", `/tenants/${id}/suspend`)).json).toMatchObject({
			status: "suspended",
			suspended_at: expect.any(String),
		});
		expect(await reads()).toEqual([403, 403]);
		expect((await call("POST", `/tenants/${id}/suspend`)).status).toBe(409);
		expect((await call("POST", `/tenants/${id}/resume`)).json.status).toBe(
			"pending",
		);
		expect(await reads()).toEqual([200, 200]);
		expect((await call("POST", `/tenants/${id}/resume`)).json.reason).toBe(
			"not_suspended",
		);
	});

	it("deletion erases everything, stops its credentials at once, and keeps the audit log", async () => {
		const { id } = await create();
		const owner = await addPerson(server, id, "owner");
		await call("POST", `/groups?account=${id}`, { name: "Doomed" });
		expect((await call("GET", "/groups", undefined, owner.token)).status).toBe(
			200,
		);
		expect((await call("DELETE", `/tenants/${id}`)).status).toBe(204);
		expect((await call("GET", "/groups", undefined, owner.token)).status).toBe(
			401,
		);
		expect((await call("GET", `/groups?account=${id}`)).status).toBe(404);
		expect((await call("GET", `/tenants/${id}`)).status).toBe(404);
		const [left] = await server.server.database.reader([id]).query(sql`select
			(select count(*)::int from groups) + (select count(*)::int from users) + (select count(*)::int from accounts) as rows,
			(select count(*)::int from audit_events where operation = 'groups.create') as events`);
		expect(left).toEqual({ rows: 0, events: 1 });
		expect(
			(await eventsOf(server, providerId, "tenants.delete")).at(-1),
		).toMatchObject({ target_id: id, after: null });
	});

	it("a provider with tenants cannot be deleted, nor a tenant by itself", async () => {
		const { id } = await create();
		expect((await call("DELETE", "/account")).json).toMatchObject({
			status: 409,
			reason: "tenants_exist",
		});
		const owner = await addPerson(server, id, "owner");
		expect(
			(await call("DELETE", "/account", undefined, owner.token)).json,
		).toMatchObject({ status: 403, reason: "tenant_account" });
	});

	it("another provider's tenant looks like none", async () => {
		const { id } = await create();
		const other = await addRootAccount(server, "provider");
		for (const [method, path, body] of [
			["GET", ""],
			["PATCH", "", { name: "x" }],
			["DELETE", ""],
			["POST", "/suspend"],
			["GET", "/usage"],
			["POST", "/unlink", { owner: "1" }],
			["POST", "/invite"],
			["PUT", "/subscription", { plan: "x" }],
		] as [string, string, object?][]) {
			const theirs = await call(
				method,
				`/tenants/${id}${path}`,
				body,
				other.owner.token,
			);
			expect([method, path, theirs.status]).toEqual([method, path, 404]);
		}
		expect((await call("GET", `/tenants/${id}`)).json.status).toBe("active");
	});
});
