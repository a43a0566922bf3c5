import { describe, expect, test } from "vitest";
import { sql } from "../src/db/index.ts";
import { insertUser } from "../src/modules/users/index.ts";
import { startNativeApi } from "./support/native-api.ts";
import { makePerson, makeTenant, tokenFor } from "./support/people.ts";
import { startTestServer } from "./support/server.ts";

const { server, token: owner, call } = await startNativeApi();

async function lastEvent(operation: string) {
	const rows = await server.server.database
		.reader([server.first.accountId])
		.query<{
			target_id: string;
			before: unknown;
			after: unknown;
			actor_id: string;
		}>(
			sql`select target_id, before, after, actor_id from audit_events where account_id = ${server.first.accountId} and operation = ${operation} and outcome = 'done' order by id desc limit 1`,
		);
	return rows[0];
}

describe("people", () => {
	test("a new user gets a password that is shown once and stored nowhere in clear", async () => {
		const made = await call("POST", "/users", {
			email: "a@example.com",
			first_name: "Ann",
			last_name: "Other",
			role: "operator",
			timezone: "Europe/Berlin",
		});
		expect(made.status).toBe(201);
		expect(made.json.name).toBe("Ann Other");
		expect(made.json.password.length).toBeGreaterThan(16);
		const read = await call("GET", `/users/${made.json.id}`);
		expect(read.json.password).toBeUndefined();
		const event = await lastEvent("users.create");
		expect(event?.target_id).toBe(made.json.id);
		expect(JSON.stringify(event)).not.toContain(made.json.password);
		expect(server.logLines.join("")).not.toContain(made.json.password);
	});

	test("a password that was given is held to the rule and not shown", async () => {
		const body = { email: "b@example.com", name: "B", role: "auditor" };
		const weak = await call("POST", "/users", { ...body, password: "short" });
		expect([weak.status, weak.json.reason]).toEqual([400, "length"]);
		const made = await call("POST", "/users", {
			...body,
			password: "Good-enough-1",
		});
		expect(made.status).toBe(201);
		expect(made.json.password).toBeUndefined();
	});

	test("an e-mail address is taken once in the whole server, and free again after its user is deleted", async () => {
		const tenant = await makeTenant(server, "Email tenant");
		const body = { email: "once@example.com", name: "Once", role: "user" };
		const first = await call("POST", "/users", body);
		const second = await call("POST", `/users?account=${tenant}`, {
			...body,
			email: "ONCE@example.com",
		});
		expect([second.status, second.json.reason]).toEqual([409, "email_taken"]);
		expect((await call("DELETE", `/users/${first.json.id}`)).status).toBe(204);
		const third = await call("POST", `/users?account=${tenant}`, body);
		expect(third.status).toBe(201);
	});

	test("of many users made at once with one address exactly one exists", async () => {
		const answers = await Promise.all(
			Array.from({ length: 6 }, () =>
				call("POST", "/users", {
					email: "race@example.com",
					name: "Race",
					role: "user",
				}),
			),
		);
		expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
		for (const { status, json } of answers.filter((a) => a.status !== 201))
			expect([status, json.reason]).toEqual([409, "email_taken"]);
	});

	test("every rule of a new user is named with its field", async () => {
		const cases: [object, number, string][] = [
			[{ role: "user", name: "X" }, 400, "required"],
			[{ role: "user", email: "no@example.com" }, 400, "required"],
			[{ role: "king", email: "k@example.com", name: "K" }, 400, "enum"],
			[{ role: "user", email: "not an address", name: "K" }, 400, "format"],
			[
				{ role: "user", email: "tz@example.com", name: "K", timezone: "Moon" },
				400,
				"timezone",
			],
			[
				{
					role: "user",
					email: "g@example.com",
					name: "K",
					groups: ["9999999"],
				},
				400,
				"exists",
			],
			[{ kind: "service", role: "owner", name: "Bot" }, 400, "service_owner"],
			[{ kind: "service", role: "user" }, 400, "required"],
			[
				{ kind: "service", role: "user", name: "Bot", email: "b@example.com" },
				400,
				"service_user",
			],
			[
				{ role: "owner", email: "o2@example.com", name: "O" },
				409,
				"owner_exists",
			],
		];
		for (const [body, status, reason] of cases) {
			const answer = await call("POST", "/users", body);
			expect([answer.status, answer.json.reason], JSON.stringify(body)).toEqual(
				[status, reason],
			);
		}
	});

	test("lists are filtered by kind, role, status, blocked, address and group, and searched", async () => {
		const group = await call("POST", "/groups", { name: "Listed" });
		const bot = await call("POST", "/users", {
			kind: "service",
			name: "Listed robot",
			role: "auditor",
			groups: [group.json.id],
		});
		const ids = async (query: string) =>
			(await call("GET", `/users?${query}`)).json.data.map(
				(user: { id: string }) => user.id,
			);
		expect(await ids(`kind=service&role=auditor`)).toEqual([bot.json.id]);
		expect(await ids(`group_id=${group.json.id}`)).toEqual([bot.json.id]);
		expect(await ids("search=listed rob")).toEqual([bot.json.id]);
		expect(await ids("blocked=true")).toEqual([]);
		expect(await ids(`email=${server.first.email.toUpperCase()}`)).toEqual([
			server.first.ownerId,
		]);
	});
});

describe("rights", () => {
	test("nobody changes their own role, blocks or deletes themselves", async () => {
		const admin = await makePerson(server, { role: "admin" });
		const change = (body: object) =>
			call("PATCH", `/users/${admin.id}`, body, admin.token);
		expect((await change({ role: "user" })).json.reason).toBe("own_role");
		expect((await change({ blocked: true })).json.reason).toBe("self_block");
		const gone = await call(
			"DELETE",
			`/users/${admin.id}`,
			undefined,
			admin.token,
		);
		expect([gone.status, gone.json.reason]).toEqual([403, "self_deletion"]);
		expect((await change({ name: "Renamed" })).json.name).toBe("Renamed");
	});

	test("the owner is out of everybody's reach", async () => {
		const admin = await makePerson(server, { role: "admin" });
		const at = `/users/${server.first.ownerId}`;
		for (const [method, path, body] of [
			["PATCH", at, { role: "user" }],
			["PATCH", at, { blocked: true }],
			["PATCH", at, { name: "X" }],
			["PUT", `${at}/api-access`, { enabled: false }],
			["DELETE", at, undefined],
		] as const) {
			const answer = await call(method, path, body, admin.token);
			expect([answer.status, answer.json.reason]).toEqual([
				403,
				"owner_protected",
			]);
		}
	});

	test("nobody gives a role above their own, and only administrators write users", async () => {
		const admin = await makePerson(server, { role: "admin" });
		const other = await makePerson(server, { role: "operator" });
		const up = await call(
			"PATCH",
			`/users/${other.id}`,
			{ role: "owner" },
			admin.token,
		);
		expect([up.status, up.json.reason]).toEqual([403, "owner_only"]);
		for (const role of ["network_admin", "operator", "auditor", "user"]) {
			const person = await makePerson(server, { role });
			const answer = await call(
				"POST",
				"/users",
				{ email: "n@example.com", name: "N", role: "user" },
				person.token,
			);
			expect([role, answer.status]).toEqual([role, 403]);
		}
	});

	test("handing on the ownership leaves one owner and a row for each of the two", async () => {
		const own = await startTestServer();
		const heir = await makePerson(own, { role: "admin" });
		const given = await own.call("PATCH", `/api/v1/users/${heir.id}`, {
			token: own.first.token,
			body: { role: "owner" },
		});
		expect(given.json.role).toBe("owner");
		const list = await own.call("GET", "/api/v1/users?role=owner", {
			token: heir.token,
		});
		expect(list.json.data.map((u: { id: string }) => u.id)).toEqual([heir.id]);
		const before = await own.call("GET", `/api/v1/users/${own.first.ownerId}`, {
			token: heir.token,
		});
		expect(before.json.role).toBe("admin");
		const rows = await own.server.database
			.reader([own.first.accountId])
			.query<{ operation: string }>(
				sql`select operation from audit_events where account_id = ${own.first.accountId} and operation in ('users.update', 'users.transfer_ownership')`,
			);
		expect(rows.map((row) => row.operation).sort()).toEqual([
			"users.transfer_ownership",
			"users.update",
		]);
		await own.stop();
	});

	test("Administrators holds owners and administrators of the provider, whoever edits groups", async () => {
		const admin = await makePerson(server, { role: "admin" });
		const groups = await call(
			"GET",
			"/groups?name=Administrators&members=true",
		);
		const { id, users } = groups.json.data[0];
		expect(users).toContain(admin.id);
		await call("PATCH", `/users/${admin.id}`, { groups: [] });
		expect((await call("GET", `/groups/${id}`)).json.users).toContain(admin.id);
		await call("PATCH", `/users/${admin.id}`, { role: "operator" });
		const after = await call("GET", `/groups/${id}`);
		expect(after.json.users).not.toContain(admin.id);
		await call("PATCH", `/users/${admin.id}`, { groups: [id] });
		expect((await call("GET", `/groups/${id}`)).json.users).not.toContain(
			admin.id,
		);
	});

	test("a narrowed key puts nobody into a group that reaches tenants", async () => {
		const tenant = await makeTenant(server, "Guarded");
		const group = await call("POST", "/groups", { name: "Reaching" });
		const harmless = await call("POST", "/groups", { name: "Harmless" });
		await call("POST", "/grants", {
			group_id: group.json.id,
			tenant_id: tenant,
			role: "operator",
		});
		const key = await call("POST", "/keys", {
			kind: "api",
			name: "Users only",
			access: { type: "modules", modules: { users: "write" } },
		});
		const person = await makePerson(server, { role: "operator" });
		const join = (id: string, token?: string) =>
			call("PATCH", `/users/${person.id}`, { groups: [id] }, token);
		const refused = await join(group.json.id, key.json.token);
		expect([refused.status, refused.json.reason]).toEqual([
			403,
			"permission_group",
		]);
		expect((await join(harmless.json.id, key.json.token)).status).toBe(200);
		expect((await join(group.json.id)).json.groups).toEqual([group.json.id]);
	});

	test("promise O2: access to the API is off for every new person until an administrator turns it on", async () => {
		const person = await makePerson(server, {
			role: "operator",
			apiAccess: false,
		});
		const try_ = () => call("GET", "/groups", undefined, person.token);
		const refused = await try_();
		expect([refused.status, refused.json.reason]).toEqual([
			403,
			"api_access_off",
		]);
		const set = (enabled: boolean, token = owner) =>
			call("PUT", `/users/${person.id}/api-access`, { enabled }, token);
		expect((await set(true)).json.api_access).toBe(true);
		expect((await try_()).status).toBe(200);
		expect((await set(false, person.token)).status).toBe(403);
		expect((await set(false)).status).toBe(200);
		expect((await try_()).json.reason).toBe("api_access_off");
		const event = await lastEvent("users.set_api_access");
		expect(event).toMatchObject({
			target_id: person.id,
			before: { api_access: true },
			after: { api_access: false },
		});
	});

	test("a blocked or deleted user's credentials are refused on the next call", async () => {
		const person = await makePerson(server, { role: "operator" });
		const try_ = () => call("GET", "/groups", undefined, person.token);
		expect((await try_()).status).toBe(200);
		await call("PATCH", `/users/${person.id}`, { blocked: true });
		expect((await try_()).json.reason).toBe("user_blocked");
		await call("PATCH", `/users/${person.id}`, { blocked: false });
		expect((await try_()).status).toBe(200);
		await call("DELETE", `/users/${person.id}`);
		expect((await try_()).status).toBe(401);
	});

	test("a stale version changes nothing, and another account's user is not there", async () => {
		const person = await makePerson(server, { role: "operator" });
		const stale = await call(
			"PATCH",
			`/users/${person.id}`,
			{ name: "Late" },
			owner,
			{ "if-match": '"1"' },
		);
		expect(stale.status).toBe(412);
		const tenant = await makeTenant(server, "Foreign");
		const foreign = await call("GET", `/users/${person.id}?account=${tenant}`);
		expect([foreign.status, foreign.json.reason]).toEqual([
			404,
			"user_not_found",
		]);
	});

	test("a password is changed by its user alone, who knows the old one", async () => {
		const made = await call("POST", "/users", {
			email: "pw@example.com",
			name: "P",
			role: "operator",
			password: "Old-password-1",
		});
		await call("PUT", `/users/${made.json.id}/api-access`, { enabled: true });
		const token = await tokenFor(server, server.first.accountId, made.json.id);
		const change = (old_password: string, by = token) =>
			call(
				"POST",
				`/users/${made.json.id}/change-password`,
				{ old_password, new_password: "New-password-2" },
				by,
			);
		expect((await change("wrong")).json.reason).toBe("mismatch");
		expect((await change("Old-password-1", owner)).json.reason).toBe(
			"own_password",
		);
		expect((await change("Old-password-1")).status).toBe(204);
		expect((await change("New-password-2")).status).toBe(204);
	});

	test("a user who awaits approval is kept out until approved, or turned away", async () => {
		const { database } = server.server;
		const accountId = server.first.accountId;
		const pending = (email: string) =>
			database.transaction([accountId], (tx) =>
				insertUser(tx, {
					accountId,
					kind: "human",
					email,
					name: email,
					role: "operator",
					status: "pending",
					apiAccess: true,
				}),
			);
		const one = await pending("p1@example.com");
		const token = await tokenFor(server, accountId, one);
		const try_ = () => call("GET", "/groups", undefined, token);
		expect((await try_()).json.reason).toBe("user_pending");
		expect((await call("POST", `/users/${one}/approve`)).status).toBe(200);
		expect((await try_()).status).toBe(200);
		const again = await call("POST", `/users/${one}/approve`);
		expect([again.status, again.json.reason]).toEqual([
			409,
			"user_not_pending",
		]);
		const two = await pending("p2@example.com");
		expect((await call("POST", `/users/${two}/reject`)).status).toBe(204);
		expect((await call("GET", `/users/${two}`)).status).toBe(404);
	});

	test("promise N7: users and groups are made in a tenant with the same token", async () => {
		const tenant = await makeTenant(server, "N7");
		const group = await call("POST", `/groups?account=${tenant}`, {
			name: "Staff",
		});
		const user = await call("POST", `/users?account=${tenant}`, {
			email: "staff@example.com",
			name: "Staff",
			role: "user",
			groups: [group.json.id],
		});
		expect(user.status).toBe(201);
		expect(user.headers.get("reeve-account")).toBe(tenant);
		expect(user.json).toMatchObject({
			account_id: tenant,
			groups: [group.json.id],
		});
		const own = await call("GET", `/users?search=staff@example.com`);
		expect(own.json.data).toEqual([]);
	});
});
