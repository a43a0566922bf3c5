import { describe, expect, it } from "vitest";
import { sql } from "../src/db/index.ts";
import { operations } from "../src/modules/index.ts";
import { startNativeApi } from "./support/native-api.ts";
import { addPerson } from "./support/provider.ts";

const { server, accountId, call, made } = await startNativeApi();

const pageLists = operations.filter(
	({ id, input, scope }) =>
		/\.list$/.test(id) && "sort" in input.properties && scope !== "session",
);

/** The fields a list says that it sorts by, in the answer to one that it does not. */
async function sortableOf(path: string): Promise<string[]> {
	const { json } = await call("GET", `${path}?sort=nothing`);
	const [, fields = ""] = /one of (.*), with/.exec(json.detail) ?? [];
	return fields.split(", ").filter(Boolean);
}

const names = async (path: string) => {
	const answer = await call("GET", path);
	expect(answer.status, answer.text).toBe(200);
	return answer.json.data.map(({ name }: { name: string }) => name);
};

describe("every list", () => {
	it.each(pageLists.map(({ id, path }) => [id, path]))(
		"%s sorts up and down by each field that it names, page by page",
		async (_, path) => {
			const fields = await sortableOf(path);
			expect(fields.length).toBeGreaterThan(0);
			for (const field of fields)
				for (const sort of [field, `-${field}`]) {
					const { status, json, text } = await call(
						"GET",
						`${path}?sort=${sort}&limit=1&count=true`,
					);
					expect([sort, status], text).toEqual([sort, 200]);
					if (!json.next) continue;
					const next = await call(
						"GET",
						`${path}?sort=${sort}&limit=1&cursor=${json.next}`,
					);
					expect([sort, next.status], next.text).toEqual([sort, 200]);
				}
		},
	);

	it.each(pageLists.map(({ id, path }) => [id, path]))(
		"%s is searched without a complaint",
		async (_, path) => {
			expect((await call("GET", `${path}?search=x%25_`)).status).toBe(200);
		},
	);
});

describe("the list of keys", () => {
	it("keeps one status, and finds a key by the part of it that is no secret", async () => {
		const [active, disabled, expired] = await Promise.all(
			["active", "disabled", "expired"].map((name) =>
				made("/keys", { kind: "mcp", name, expires_in_days: 5 }),
			),
		);
		await call("POST", `/keys/${disabled.id}/disable`);
		await server.server.database.transaction([accountId], (tx) =>
			tx.query(
				sql`update credentials set expires_at = now() - interval '1 day' where account_id = ${accountId} and id = ${expired.id}`,
			),
		);
		for (const status of ["active", "disabled", "expired"])
			expect(await names(`/keys?kind=mcp&status=${status}`)).toEqual([status]);
		expect(await names(`/keys?search=${active.key}`)).toEqual(["active"]);
		expect(await names("/keys?search=olive&kind=mcp")).toHaveLength(3);
		expect(
			await names(
				`/keys?kind=mcp&created_by=${server.first.ownerId}&sort=-name`,
			),
		).toEqual(["expired", "disabled", "active"]);
	});
});

describe("the list of users", () => {
	it("keeps those who reach tenants without a second factor", async () => {
		const { userId } = await addPerson(server, accountId, "operator");
		const safe = await addPerson(server, accountId, "operator");
		const tenant = await made("/tenants", { name: "Reached" });
		const group = await made("/groups", {
			name: "Technicians",
			users: [userId, safe.userId],
		});
		await made("/grants", {
			group_id: group.id,
			tenant_id: tenant.id,
			role: "operator",
		});
		await server.server.database.transaction([accountId], (tx) =>
			tx.query(
				sql`insert into second_factors (account_id, user_id, kind, name, passkey_id, public_key, confirmed_at)
					values (${accountId}, ${safe.userId}, 'passkey', 'key', 'p', ${Buffer.from("p")}, now())`,
			),
		);
		const ids = async (search: string) =>
			(await call("GET", `/users?${search}`)).json.data.map(
				({ id }: { id: string }) => id,
			);
		const unsafe = await ids("reaches_tenants=true&second_factor=false");
		expect(unsafe).toContain(userId);
		expect(unsafe).not.toContain(safe.userId);
		expect(await ids("second_factor=true")).toEqual([safe.userId]);
		const shown = (id: string) => call("GET", `/users/${id}`);
		expect((await shown(safe.userId)).json.second_factor).toBe(true);
		expect((await shown(userId)).json.second_factor).toBe(false);
		expect(await ids("reaches_tenants=false")).toEqual([]);
	});
});

describe("the list of endpoints", () => {
	it("keeps one system and one version of the agent", async () => {
		await server.server.database.transaction([accountId], (tx) =>
			tx.query(
				sql`insert into endpoints (account_id, name, device_id, os, agent_version) values
					(${accountId}, 'a', 'A', 'Linux', '1.0'), (${accountId}, 'b', 'B', 'Windows', '1.0'), (${accountId}, 'c', 'C', 'Linux', '2.0')`,
			),
		);
		expect(await names("/endpoints?os=Linux&sort=-name")).toEqual(["c", "a"]);
		expect(await names("/endpoints?agent_version=1.0&sort=os")).toEqual([
			"a",
			"b",
		]);
	});
});
