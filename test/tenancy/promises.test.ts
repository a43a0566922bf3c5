import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addPerson, addRootAccount } from "../support/provider.ts";
import { startTestServer, type TestServer } from "../support/server.ts";

let server: TestServer;
let token: string;
let providerId: string;
let acme: string;
let zeta: string;

const call = (method: string, path: string, body?: unknown, as = token) =>
	server.call(method, `/api/v1${path}`, {
		token: as,
		...(body === undefined ? {} : { body }),
	});
const groupNames = async (query: string, as = token) =>
	(await call("GET", `/groups${query}`, undefined, as)).json.data.map(
		({ name }: { name: string }) => name,
	);
const events = async (query: string, as = token) =>
	(await call("GET", `/audit-events${query}`, undefined, as)).json.data;

/** An event as it is before and after it is sealed. */
const withoutPlace = ({ sequence: _, ...event }: { sequence: number }) => event;

beforeAll(async () => {
	server = await startTestServer();
	token = server.first.token;
	providerId = server.first.accountId;
	acme = (await call("POST", "/tenants", { name: "Acme" })).json.id;
	zeta = (await call("POST", "/tenants", { name: "Zeta" })).json.id;
});
afterAll(() => server.stop());

describe("promise N1: the account parameter", () => {
	it("promise N1: runs a call inside the tenant, and says so", async () => {
		const made = await call("POST", `/groups?account=${acme}`, {
			name: "Inside",
		});
		expect(made.status).toBe(201);
		expect(made.json.account_id).toBe(acme);
		expect(made.headers.get("reeve-account")).toBe(acme);
		expect(await groupNames(`?account=${acme}`)).toContain("Inside");
		expect(await groupNames(`?account=${zeta}`)).not.toContain("Inside");
	});

	it("promise N1: without it the call concerns the provider itself", async () => {
		const made = await call("POST", "/groups", { name: "At home" });
		expect(made.json.account_id).toBe(providerId);
		expect(made.headers.get("reeve-account")).toBe(providerId);
		expect(await groupNames(`?account=${acme}`)).not.toContain("At home");
		expect(await groupNames("")).not.toContain("Inside");
	});

	it("promise N1: a wrong, foreign, empty or repeated one is refused and nothing runs at home", async () => {
		const foreign = await addRootAccount(server, "standalone");
		const cases: [string, number][] = [
			["?account=999999999", 404],
			[`?account=${foreign.id}`, 404],
			["?account=", 400],
			["?account=acme", 400],
			[`?account=${acme}&account=${zeta}`, 400],
			[`?account=${acme},${zeta}`, 400],
		];
		for (const [query, status] of cases) {
			const answer = await call("POST", `/groups${query}`, { name: "Stray" });
			expect([query, answer.status]).toEqual([query, status]);
		}
		expect(await groupNames("?account=*&search=Stray")).toEqual([]);
	});

	it("promise N1: a standalone account natively takes its own number and no other", async () => {
		const alone = await addRootAccount(server, "standalone");
		const statusOf = async (id: string) =>
			(await call("GET", `/groups?account=${id}`, undefined, alone.owner.token))
				.status;
		expect(await statusOf(alone.id)).toBe(200);
		expect(await statusOf(acme)).toBe(404);
	});
});

it("promise N2: one personal token, sent as Token, drives every tenant", async () => {
	for (const account of [acme, zeta]) {
		const headers = { authorization: `Token ${token}` };
		const made = await server.call(
			"POST",
			`/api/v1/groups?account=${account}`,
			{ headers, body: { name: "Driven" } },
		);
		expect(made.status).toBe(201);
	}
	const rows = (await call("GET", "/groups?account=*&name=Driven")).json.data;
	expect(
		rows.map(({ account_id }: { account_id: string }) => account_id),
	).toEqual([acme, zeta]);
	const both = (
		await call("GET", `/groups?account=${acme},${zeta}&name=Driven`)
	).json.data;
	expect(both).toEqual(rows);
});

it("promise N3: a service user is refused in tenants whatever its role and groups, and works in its own account", async () => {
	const robot = await addPerson(server, providerId, "admin", {
		kind: "service",
	});
	const group = (
		await call("POST", "/groups", { name: "Robots", users: [robot.userId] })
	).json;
	await call("POST", "/grants", {
		group_id: group.id,
		tenant_id: acme,
		role: "admin",
	});
	const away = await call(
		"GET",
		`/groups?account=${acme}`,
		undefined,
		robot.token,
	);
	const nowhere = await call(
		"GET",
		"/groups?account=999999999",
		undefined,
		robot.token,
	);
	expect(away.json).toMatchObject({
		status: 403,
		reason: "service_user_stays_home",
	});
	expect(away.text).toBe(nowhere.text);
	expect((await call("GET", "/groups", undefined, robot.token)).status).toBe(
		200,
	);
	expect(
		(await call("GET", "/accounts", undefined, robot.token)).json.data,
	).toHaveLength(1);
	const local = await addPerson(server, acme, "admin", { kind: "service" });
	for (const query of ["", `?account=${acme}`])
		expect(
			(
				await call(
					"POST",
					`/groups${query}`,
					{ name: `By a robot ${query}` },
					local.token,
				)
			).status,
		).toBe(201);
	expect(
		(await call("GET", `/groups?account=${zeta}`, undefined, local.token))
			.status,
	).toBe(404);
});

it("promise N4: a user reaches a tenant by being in a permission group that has access, and no longer", async () => {
	const person = await addPerson(server, providerId, "admin");
	const enter = async (id: string) =>
		(
			await call(
				"POST",
				`/groups?account=${id}`,
				{ name: `By ${person.email} ${Math.random()}` },
				person.token,
			)
		).status;
	expect(await enter(acme)).toBe(404);
	const group = (
		await call("POST", "/groups", {
			name: "Technicians",
			users: [person.userId],
		})
	).json;
	expect(await enter(acme)).toBe(404);
	await call("PATCH", `/tenants/${acme}`, {
		groups: [{ group_id: group.id, role: "network_admin" }],
	});
	expect(await enter(acme)).toBe(201);
	expect(await enter(zeta)).toBe(404);
	await call("PATCH", `/tenants/${acme}`, {
		groups: [{ group_id: group.id, role: "auditor" }],
	});
	expect(await enter(acme)).toBe(403);
	await call("PATCH", `/groups/${group.id}`, { users: [] });
	expect(await enter(acme)).toBe(404);
	const [admins] = (await call("GET", "/groups?name=Administrators")).json.data;
	await call("PATCH", `/tenants/${acme}`, {
		groups: [{ group_id: admins.id, role: "admin" }],
	});
	expect((await call("GET", `/groups?account=${acme}`)).status).toBe(200);
});

it("promise N6: the list of tenants gives the ids that the account parameter takes", async () => {
	const { data } = (await call("GET", "/tenants")).json;
	expect(data.map(({ id }: { id: string }) => id)).toEqual([acme, zeta]);
	for (const { id, name } of data)
		expect((await call("GET", `/account?account=${id}`)).json).toMatchObject({
			id,
			name,
			kind: "tenant",
		});
});

describe("promise N9: the tenant's own audit log", () => {
	it("promise N9: shows what came from the provider as External, with who it was, and its own people's acts as not", async () => {
		const local = await addPerson(server, acme, "admin");
		const ours = (
			await call("POST", `/groups?account=${acme}`, {
				name: "Made by the provider",
			})
		).json;
		const theirs = (
			await call("POST", "/groups", { name: "Made at home" }, local.token)
		).json;
		const rows = await events("?operation=groups.create&limit=2", local.token);
		expect(rows).toMatchObject([
			{
				target: { id: theirs.id },
				external: false,
				actor: { id: local.userId, account_id: acme },
			},
			{
				target: { id: ours.id, name: "Made by the provider" },
				external: true,
				actor: {
					id: server.first.ownerId,
					account_id: providerId,
					name: "Olive Owner",
					email: server.first.email,
				},
			},
		]);
		expect(
			await events(`?account=${acme}&operation=groups.create&limit=2`),
		).toMatchObject(rows.map(withoutPlace));
		const external = await events("?external=true&limit=1000", local.token);
		expect(external.every((row: { external: boolean }) => row.external)).toBe(
			true,
		);
		expect(
			external.map(({ target }: { target: { id: string } }) => target.id),
		).toContain(ours.id);
	});

	it("promise N9: the row is in the tenant's log and not in the provider's", async () => {
		const { id } = (
			await call("POST", `/groups?account=${acme}`, { name: "Once" })
		).json;
		expect(await events(`?target_id=${id}`)).toEqual([]);
		expect(await events(`?account=${acme}&target_id=${id}`)).toHaveLength(1);
		expect(await events(`?account=*&target_id=${id}`)).toHaveLength(1);
	});

	it("promise N9: stays External after the person who acted is gone", async () => {
		const person = await addPerson(server, providerId, "user");
		const group = (
			await call("POST", "/groups", { name: "Leaving", users: [person.userId] })
		).json;
		await call("POST", "/grants", {
			group_id: group.id,
			tenant_id: acme,
			role: "admin",
		});
		const made = (
			await call(
				"POST",
				`/groups?account=${acme}`,
				{ name: "Legacy" },
				person.token,
			)
		).json;
		expect((await call("DELETE", `/users/${person.userId}`)).status).toBe(204);
		expect(await events(`?account=${acme}&target_id=${made.id}`)).toMatchObject(
			[{ external: true, actor: { id: person.userId, email: person.email } }],
		);
	});
});
