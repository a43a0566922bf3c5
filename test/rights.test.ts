import { expect, it } from "vitest";
import { issueCredential } from "../src/modules/keys/index.ts";
import { insertUser } from "../src/modules/users/index.ts";
import { startNativeApi } from "./support/native-api.ts";

const { server, token: owner } = await startNativeApi({
	limits: { credentialPerMinute: 60, credentialBurst: 50 },
});

const get = (path: string, token: string) =>
	server.call("GET", `/api/v1${path}`, { token });

/** A person of the first account with a token, and what the token opens. */
async function person(
	role: "user" | "auditor" | "operator",
	access: Parameters<typeof issueCredential>[2]["access"] = { type: "all" },
) {
	const { database, resources } = server.server;
	const { accountId } = server.first;
	return database.transaction([accountId], async (tx) => {
		const userId = await insertUser(tx, {
			accountId,
			kind: "human",
			email: `${role}-${Math.random()}@provider.test`,
			name: role,
			role,
			apiAccess: true,
		});
		return issueCredential(tx, resources.pepper, {
			accountId,
			kind: "personal",
			name: role,
			userId,
			access,
		});
	});
}

it("whoami says who calls, where, with which role, and what is left", async () => {
	const { json } = await get("/whoami", owner);
	expect(json).toMatchObject({
		credential: {
			kind: "personal",
			name: "First token",
			access: { type: "all" },
			tenants: null,
			expires_at: null,
		},
		user: { role: "owner", name: "Olive Owner" },
		home: { id: server.first.accountId, kind: "provider" },
		account: { id: server.first.accountId, parent_id: null },
		role: "owner",
		budgets: [{ name: "credential", limit: 50 }],
	});
	expect(json.operations).toEqual(
		expect.arrayContaining(["groups.create", "accounts.delete"]),
	);
	expect(json.budgets[0].remaining).toBeLessThan(50);
});

it("whoami lists exactly the operations that are not refused", async () => {
	const { token } = await person("operator");
	const { operations } = (await get("/whoami", token)).json;
	expect(operations).toContain("groups.list");
	expect(operations).not.toContain("groups.create");
	expect((await get("/groups", token)).status).toBe(200);
	const refused = await server.call("POST", "/api/v1/groups", {
		token,
		body: { name: "No" },
	});
	expect(refused.status).toBe(403);
});

it("whoami answers every role and every narrowed key, down to one that opens nothing else", async () => {
	const { token } = await person("user", {
		type: "operations",
		operations: ["groups.list"],
	});
	const { status, json } = await get("/whoami", token);
	expect(status).toBe(200);
	expect(json.operations).not.toContain("groups.list");
	expect(json.operations).toContain("whoami.get");
});

it("permissions name every operation but those that no key opens, and say which the caller can open to one", async () => {
	const registry = server.server.resources.registry.all();
	const all = (await get("/permissions", owner)).json.data;
	expect(all.map(({ id }: { id: string }) => id)).toEqual(
		registry
			.filter(({ scope }) => scope !== "machine" && scope !== "session")
			.map(({ id }) => id),
	);
	const byRole = (id: string) =>
		all.find((one: { id: string }) => one.id === id).by_role;
	expect([byRole("groups.list"), byRole("whoami.get")]).toEqual([true, false]);
	const { token } = await person("auditor");
	const rows = (await get("/permissions?module=groups", token)).json.data;
	expect(
		rows.map(({ id, grantable }: { id: string; grantable: boolean }) => [
			id,
			grantable,
		]),
	).toEqual([
		["groups.list", true],
		["groups.get", true],
		["groups.create", false],
		["groups.update", false],
		["groups.delete", false],
	]);
	const searched = (
		await get("/permissions?search=DELETE%20a%20group&grantable=true", owner)
	).json.data;
	expect(searched).toMatchObject([
		{ id: "groups.delete", module_title: "Groups", per_minute: 1_000_000 },
	]);
});

it("roles are shown as the table that the gate reads", async () => {
	const { data } = (await get("/roles", owner)).json;
	const of = (role: string, module: string) =>
		data
			.find((row: { role: string }) => row.role === role)
			.rights.find((row: { module: string }) => row.module === module).right;
	expect(of("owner", "tenants")).toBe("write");
	expect(of("auditor", "audit")).toBe("read");
	expect(of("operator", "groups")).toBe("read");
	expect(of("user", "groups")).toBe("none");
	expect(
		data.find((row: { role: string }) => row.role === "admin").withheld,
	).toEqual(["accounts.delete"]);
});

it("limits show the calling credential's budget, and others' to those who may see them", async () => {
	const { json } = await get("/limits", owner);
	expect(json).toMatchObject({
		credential_per_minute: 60,
		credential_burst: 50,
		budgets: [{ limit: 50 }],
	});
	const auditor = await person("auditor");
	const other = await get(`/limits?credential_id=${auditor.id}`, owner);
	expect(other.json).toMatchObject({
		credential_id: auditor.id,
		budgets: [{ remaining: 50 }],
	});
	const refused = await get(
		`/limits?credential_id=${json.credential_id}`,
		auditor.token,
	);
	expect(refused.json).toMatchObject({
		status: 403,
		reason: "credential_of_another",
	});
	expect((await get("/limits?credential_id=1", owner)).status).toBe(404);
});
