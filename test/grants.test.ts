import { describe, expect, it } from "vitest";
import { startNativeApi } from "./support/native-api.ts";
import { addPerson, eventsOf } from "./support/provider.ts";

const {
	server,
	token,
	accountId: providerId,
	call,
	made,
} = await startNativeApi();
const tenantId: string = (await made("/tenants", { name: "Acme" })).id;

const groupOf = async (name: string, users: string[]) =>
	(await call("POST", "/groups", { name, users })).json.id as string;
const grant = (group_id: string, role: string, tenant_id = tenantId) =>
	call("POST", "/grants", { group_id, tenant_id, role });
const roleIn = async (as: string, id = tenantId) => {
	const { status, json } = await call(
		"GET",
		`/whoami?account=${id}`,
		undefined,
		as,
	);
	return status === 200 ? json.role : status;
};

describe("a grant", () => {
	it("opens a tenant to a group, the highest of several roles counting, and closes it at once", async () => {
		const person = await addPerson(server, providerId, "user");
		const readers = await groupOf("Readers", [person.userId]);
		const operators = await groupOf("Operators", [person.userId]);
		expect(await roleIn(person.token)).toBe(404);
		const first = await grant(readers, "auditor");
		expect(first.status).toBe(201);
		expect(first.json).toMatchObject({
			group_name: "Readers",
			tenant_name: "Acme",
			version: 1,
		});
		expect(await roleIn(person.token)).toBe("auditor");
		const second = (await grant(operators, "operator")).json;
		expect(await roleIn(person.token)).toBe("operator");
		const raised = await call("PATCH", `/grants/${first.json.id}`, {
			role: "admin",
		});
		expect(raised.json).toMatchObject({ role: "admin", version: 2 });
		expect(await roleIn(person.token)).toBe("admin");
		await call("DELETE", `/grants/${first.json.id}`);
		expect(await roleIn(person.token)).toBe("operator");
		await call("PATCH", `/groups/${operators}`, { users: [] });
		expect(await roleIn(person.token)).toBe(404);
		await call("DELETE", `/grants/${second.id}`);
	});

	it("is told of in the provider's log and in the tenant's", async () => {
		const group = await groupOf("Told", []);
		const { id } = (await grant(group, "user")).json;
		await call("PATCH", `/grants/${id}`, { role: "operator" });
		await call("DELETE", `/grants/${id}`);
		for (const accountId of [providerId, tenantId]) {
			expect(
				(await eventsOf(server, accountId, "grants.create")).at(-1),
			).toMatchObject({ target_id: id, after: { role: "user" } });
			expect(
				(await eventsOf(server, accountId, "grants.update")).at(-1),
			).toMatchObject({
				before: { role: "user" },
				after: { role: "operator" },
			});
			expect(
				(await eventsOf(server, accountId, "grants.delete")).at(-1),
			).toMatchObject({ before: { role: "operator" }, after: null });
		}
	});

	it("refuses what is not of the provider, ownership, a second time, and a version that is gone", async () => {
		const group = await groupOf("Refused", []);
		const [all] = (await call("GET", `/groups?account=${tenantId}`)).json.data;
		const cases: [object, string, string][] = [
			[{ group_id: all.id }, "/group_id", "exists"],
			[{ tenant_id: providerId }, "/tenant_id", "exists"],
			[{ tenant_id: "1" }, "/tenant_id", "exists"],
			[{ role: "owner" }, "/role", "enum"],
		];
		for (const [body, pointer, rule] of cases)
			expect(
				(
					await call("POST", "/grants", {
						group_id: group,
						tenant_id: tenantId,
						role: "user",
						...body,
					})
				).json,
			).toMatchObject({
				status: 400,
				errors: [{ pointer, rule }],
			});
		const { id } = (await grant(group, "user")).json;
		expect((await grant(group, "admin")).json).toMatchObject({
			status: 409,
			reason: "grant_exists",
		});
		const stale = await server.call("DELETE", `/api/v1/grants/${id}`, {
			token,
			headers: { "if-match": '"7"' },
		});
		expect(stale.status).toBe(412);
		expect((await call("DELETE", `/groups/${group}`)).json.reason).toBe(
			"group_linked",
		);
	});

	it("cannot be made from inside a tenant, whatever role one has there", async () => {
		const owner = await addPerson(server, tenantId, "owner");
		const [all] = (await call("GET", "/groups", undefined, owner.token)).json
			.data;
		const body = { group_id: all.id, tenant_id: providerId, role: "admin" };
		const up = await call("POST", "/grants", body, owner.token);
		expect(up.json).toMatchObject({ status: 403, reason: "not_a_provider" });
		const through = await call("POST", `/grants?account=${tenantId}`, body);
		expect(through.json).toMatchObject({
			status: 403,
			reason: "not_a_provider",
		});
		expect(
			(
				await call(
					"GET",
					`/grants?account=${providerId}`,
					undefined,
					owner.token,
				)
			).status,
		).toBe(404);
	});

	it("is listed by group, tenant and user", async () => {
		const person = await addPerson(server, providerId, "user");
		const group = await groupOf("Listed", [person.userId]);
		const { json } = await grant(group, "auditor");
		for (const query of [
			`group_id=${group}`,
			`user_id=${person.userId}`,
			`tenant_id=${tenantId}&search=listed`,
		])
			expect((await call("GET", `/grants?${query}`)).json.data).toEqual([json]);
		expect((await call("GET", `/grants/${json.id}`)).json).toEqual(json);
		expect((await call("GET", "/grants/1")).status).toBe(404);
	});
});

describe("who reaches what", () => {
	it("is shown for a person and for a tenant, with the role that counts and the groups it comes through", async () => {
		const person = await addPerson(server, providerId, "user");
		const robot = await addPerson(server, providerId, "admin", {
			kind: "service",
		});
		const low = await groupOf("Low", [person.userId, robot.userId]);
		const high = await groupOf("High", [person.userId]);
		await grant(low, "user");
		await grant(high, "operator");
		const expected = {
			user_id: person.userId,
			user_email: person.email,
			tenant_id: tenantId,
			tenant_name: "Acme",
			role: "operator",
			through: [
				{ group_id: low, group_name: "Low", role: "user" },
				{ group_id: high, group_name: "High", role: "operator" },
			],
		};
		const ofUser = (await call("GET", `/grants/reach?user_id=${person.userId}`))
			.json.data;
		expect(ofUser).toMatchObject([expected]);
		const ofTenant = (
			await call("GET", `/grants/reach?tenant_id=${tenantId}&limit=1000`)
		).json.data;
		expect(ofTenant).toContainEqual(ofUser[0]);
		expect(
			ofTenant.map(({ user_id }: { user_id: string }) => user_id),
		).not.toContain(robot.userId);
		expect((await call("GET", "/grants/reach")).status).toBe(400);
	});

	it("is what the list of accounts says to the person", async () => {
		const person = await addPerson(server, providerId, "billing_admin");
		const group = await groupOf("Entering", [person.userId]);
		await grant(group, "auditor");
		const other = (
			await call("POST", "/tenants", {
				name: "Other",
				groups: [{ group_id: group, role: "admin" }],
			})
		).json;
		const { data } = (await call("GET", "/accounts", undefined, person.token))
			.json;
		expect(
			data.map(({ id, role }: { id: string; role: string }) => [id, role]),
		).toEqual([
			[providerId, "billing_admin"],
			[tenantId, "auditor"],
			[other.id, "admin"],
		]);
		const inside = (
			await call(
				"GET",
				`/accounts?account=${other.id}`,
				undefined,
				person.token,
			)
		).json;
		expect(inside.data).toEqual(data);
		const page = (
			await call("GET", "/accounts?limit=1", undefined, person.token)
		).json;
		const rest = (
			await call(
				"GET",
				`/accounts?cursor=${page.next}`,
				undefined,
				person.token,
			)
		).json;
		expect([...page.data, ...rest.data]).toEqual(data);
		const narrowed = await addPerson(server, providerId, "owner", {
			tenants: [other.id],
		});
		const [admins] = (await call("GET", "/groups?name=Administrators")).json
			.data;
		await call("PATCH", `/groups/${admins.id}`, {
			users: [server.first.ownerId, narrowed.userId],
		});
		const seen = (await call("GET", "/accounts", undefined, narrowed.token))
			.json.data;
		expect(seen.map(({ id }: { id: string }) => id)).toEqual([providerId]);
	});
});

it("a role that may write groups cannot let itself into tenants through one", async () => {
	const sly = await addPerson(server, providerId, "network_admin");
	const group = await groupOf("Trusted", []);
	const join = (id: string) =>
		call("PATCH", `/groups/${id}`, { users: [sly.userId] }, sly.token);
	await grant(group, "admin");
	expect((await join(group)).json).toMatchObject({
		status: 403,
		reason: "permission_group",
	});
	const [admins] = (await call("GET", "/groups?name=Administrators")).json.data;
	expect((await join(admins.id)).json).toMatchObject({
		status: 403,
		reason: "permission_group",
	});
	const harmless = await groupOf("Harmless", []);
	expect((await join(harmless)).status).toBe(200);
	expect(
		(await call("PATCH", `/groups/${group}`, { name: "Renamed" }, sly.token))
			.status,
	).toBe(200);
	expect(await roleIn(sly.token)).toBe(404);
});

it("a token narrowed to some tenants finds no others in the provider's lists, changes none and makes none", async () => {
	const mine = (await call("POST", "/tenants", { name: "Mine" })).json;
	const narrowed = await addPerson(server, providerId, "owner", {
		tenants: [mine.id],
	});
	const ask = (method: string, path: string, body?: unknown) =>
		call(method, path, body, narrowed.token);
	const [{ id: group }] = (await call("GET", "/groups?name=Administrators"))
		.json.data;
	const [other] = (await call("GET", `/grants?tenant_id=${tenantId}`)).json
		.data;
	expect((await ask("GET", "/tenants")).json.data).toMatchObject([
		{ id: mine.id },
	]);
	expect((await ask("GET", `/tenants/${mine.id}`)).status).toBe(200);
	expect((await ask("GET", `/grants?tenant_id=${tenantId}`)).json.data).toEqual(
		[],
	);
	const hidden: [string, string, object?][] = [
		["GET", `/tenants/${tenantId}`],
		["GET", `/tenants/${tenantId}/usage`],
		["PATCH", `/tenants/${tenantId}`, { name: "x" }],
		["DELETE", `/tenants/${tenantId}`],
		["POST", `/tenants/${tenantId}/verify-domain`],
		["GET", `/grants/${other.id}`],
		["PATCH", `/grants/${other.id}`, { role: "user" }],
		["DELETE", `/grants/${other.id}`],
	];
	for (const [method, path, body] of hidden)
		expect([method, path, (await ask(method, path, body)).status]).toEqual([
			method,
			path,
			404,
		]);
	const body = { group_id: group, tenant_id: tenantId, role: "admin" };
	expect((await ask("POST", "/grants", body)).status).toBe(400);
	expect((await ask("POST", "/tenants", { name: "More" })).json.reason).toBe(
		"key_tenants",
	);
	expect(
		(await ask("GET", `/grants/reach?tenant_id=${tenantId}`)).json.data,
	).toEqual([]);
});
