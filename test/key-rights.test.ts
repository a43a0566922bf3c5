import { describe, expect, test } from "vitest";
import { movableClock } from "./support/clock.ts";
import { keyCalls } from "./support/key-calls.ts";
import { startNativeApi } from "./support/native-api.ts";
import { makePerson, makeTenant } from "./support/people.ts";

const clock = movableClock();
const api = await startNativeApi({ clock });
const { server, token: owner, call } = api;
const { make, works } = keyCalls(api);
const person = await makePerson(server, { role: "operator" });

describe("promise O4: what a key opens", () => {
	test("promise O4: all, modules at a level, or single operations", async () => {
		const modules = await make({
			kind: "api",
			access: { type: "modules", modules: { groups: "read", users: "none" } },
		});
		const t = modules.json.token;
		expect((await call("GET", "/groups", undefined, t)).status).toBe(200);
		expect((await call("POST", "/groups", { name: "X" }, t)).status).toBe(403);
		expect((await call("GET", "/users", undefined, t)).status).toBe(403);
		expect((await call("GET", "/networks", undefined, t)).status).toBe(403);
		const single = await make({
			kind: "api",
			access: { type: "operations", operations: ["groups.list"] },
		});
		const s = single.json.token;
		expect((await call("GET", "/groups", undefined, s)).status).toBe(200);
		expect((await call("GET", "/groups/1", undefined, s)).status).toBe(403);
	});

	test("promise O4: a key is never made wider than its user or than the credential that makes it", async () => {
		const cases: [object, number, string][] = [
			[
				{ type: "operations", operations: ["users.create"] },
				403,
				"access_above_own",
			],
			[
				{ type: "modules", modules: { users: "write" } },
				403,
				"access_above_own",
			],
			[{ type: "operations", operations: ["no.such"] }, 400, "operation"],
			[{ type: "modules", modules: { magic: "read" } }, 400, "module"],
			[{ type: "operations" }, 400, "required"],
			[{ type: "all", operations: [] }, 400, "access_type"],
		];
		for (const [access, status, reason] of cases) {
			const answer = await make({ kind: "api", access }, person.token);
			expect(
				[answer.status, answer.json.reason],
				JSON.stringify(access),
			).toEqual([status, reason]);
		}
		const refused = await make(
			{
				kind: "api",
				access: {
					type: "operations",
					operations: ["groups.list", "users.create"],
				},
			},
			person.token,
		);
		expect(refused.json.detail).toContain("users.create");
		const narrow = await make({
			kind: "api",
			access: { type: "modules", modules: { keys: "write" } },
		});
		const wider = await make({ kind: "api" }, narrow.json.token);
		expect([wider.status, wider.json.reason]).toEqual([
			403,
			"access_above_own",
		]);
		const renewed = await call(
			"POST",
			`/keys/${(await make({ kind: "api" })).json.id}/regenerate`,
			{},
			narrow.json.token,
		);
		expect(renewed.json.reason).toBe("access_above_own");
	});

	test("promise O4: when its user loses a right, so does the key", async () => {
		const admin = await makePerson(server, { role: "admin" });
		const key = await make({ kind: "api" }, admin.token);
		const try_ = () =>
			call(
				"POST",
				"/users",
				{ kind: "service", role: "user", name: "Robot" },
				key.json.token,
			);
		expect((await try_()).status).toBe(201);
		await call("PATCH", `/users/${admin.id}`, { role: "auditor" });
		expect((await try_()).status).toBe(403);
	});
});

describe("promise O5: who may do what to a key", () => {
	test("promise O5: its user enables, disables, regenerates and deletes it, effective on the next call", async () => {
		const made = await make({ kind: "api" }, person.token);
		const at = `/keys/${made.json.id}`;
		const act = (verb: string) =>
			call("POST", `${at}/${verb}`, {}, person.token);
		const { token } = made.json;
		expect(await works(token)).toBe(200);
		expect((await act("disable")).json.enabled).toBe(false);
		expect(await works(token)).toBe(401);
		expect((await act("enable")).json.status).toBe("active");
		expect(await works(token)).toBe(200);
		const renewed = await act("regenerate");
		expect(renewed.json.key).not.toBe(made.json.key);
		expect(await works(token)).toBe(401);
		expect(await works(renewed.json.token)).toBe(200);
		expect((await call("DELETE", at, undefined, person.token)).status).toBe(
			204,
		);
		expect(await works(renewed.json.token)).toBe(401);
	});

	test("promise O5: a super administrator sees, disables and deletes anybody's key, and never regenerates or widens it", async () => {
		const made = await make({ kind: "api", name: "Theirs" }, person.token);
		const at = `/keys/${made.json.id}`;
		const admin = await makePerson(server, { role: "admin" });
		const as = (method: string, path: string, body?: object) =>
			call(method, path, body, admin.token);
		expect((await as("GET", at)).json.name).toBe("Theirs");
		for (const [method, path, body] of [
			["POST", `${at}/regenerate`, {}],
			["POST", `${at}/enable`, {}],
			["PATCH", at, { access: { type: "all" } }],
			["PATCH", at, { allowed_addresses: [] }],
		] as const) {
			const answer = await as(method, path, body);
			expect([answer.status, answer.json.reason]).toEqual([
				403,
				"not_key_owner",
			]);
		}
		expect((await as("POST", `${at}/disable`, {})).status).toBe(200);
		expect(await works(made.json.token)).toBe(401);
		expect((await as("DELETE", at)).status).toBe(204);
	});

	test("promise O5: others see their own keys only", async () => {
		const mine = await make({ kind: "api" }, person.token);
		const stranger = await makePerson(server, { role: "operator" });
		const as = (method: string, path: string) =>
			call(method, path, undefined, stranger.token);
		const list = await as("GET", "/keys");
		expect(
			list.json.data.map((row: { user: { id: string } }) => row.user.id),
		).toEqual([stranger.id]);
		for (const [method, path] of [
			["GET", `/keys/${mine.json.id}`],
			["GET", `/keys/${mine.json.id}/usage`],
			["POST", `/keys/${mine.json.id}/disable`],
			["DELETE", `/keys/${mine.json.id}`],
		] as const)
			expect((await as(method, path)).status).toBe(404);
	});

	test("promise O5: an administrator of a tenant is no super administrator", async () => {
		const tenant = await makeTenant(server, "Own admin");
		const admin = await makePerson(server, { role: "admin", account: tenant });
		const other = await makePerson(server, {
			role: "operator",
			account: tenant,
		});
		const key = await make({ kind: "api" }, other.token);
		const read = await call(
			"GET",
			`/keys/${key.json.id}`,
			undefined,
			admin.token,
		);
		expect(read.status).toBe(404);
		const seen = await call("GET", `/keys/${key.json.id}?account=${tenant}`);
		expect(seen.status).toBe(200);
	});
});

describe("whose a token is", () => {
	test("nobody makes a token that acts for another person, not even the owner", async () => {
		const answer = await make({ kind: "personal", user_id: person.id });
		expect([answer.status, answer.json.reason]).toEqual([
			403,
			"token_of_another_user",
		]);
		const unknown = await make({ kind: "personal", user_id: "9999999" });
		expect([unknown.status, unknown.json.reason]).toEqual([
			404,
			"user_not_found",
		]);
	});

	test("administrators make, renew and delete tokens of service users, also in a tenant", async () => {
		const tenant = await makeTenant(server, "Robots");
		for (const scope of ["", `?account=${tenant}`]) {
			const bot = await call("POST", `/users${scope}`, {
				kind: "service",
				name: "Robot",
				role: "auditor",
			});
			const body = { kind: "service", user_id: bot.json.id };
			const made = await make(body, owner, scope);
			expect(made.status).toBe(201);
			expect(
				(await call("GET", "/groups", undefined, made.json.token)).status,
			).toBe(200);
			const renewed = await call(
				"POST",
				`/keys/${made.json.id}/regenerate${scope}`,
				{},
			);
			expect(renewed.status).toBe(200);
			const wrong = await make({ ...body, kind: "personal" }, owner, scope);
			expect(wrong.json.reason).toBe("user_kind");
		}
		const bot = await call("POST", "/users", {
			kind: "service",
			name: "Robot",
			role: "auditor",
		});
		const refused = await make(
			{ kind: "service", user_id: bot.json.id },
			person.token,
		);
		expect([refused.status, refused.json.reason]).toEqual([
			403,
			"administrator_only",
		]);
	});

	test("a key of one's own is made at home", async () => {
		const tenant = await makeTenant(server, "Not home");
		const answer = await make({ kind: "api" }, owner, `?account=${tenant}`);
		expect([answer.status, answer.json.reason]).toEqual([400, "home"]);
	});
});
