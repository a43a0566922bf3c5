import { expect, test } from "vitest";
import { sql } from "../src/db/index.ts";
import { movableClock } from "./support/clock.ts";
import { startNativeApi } from "./support/native-api.ts";
import { makePerson, makeTenant } from "./support/people.ts";
import { startTestServer } from "./support/server.ts";

const clock = movableClock();
const { server, call } = await startNativeApi({ clock });

const make = (body: object = {}, scope = "") =>
	call("POST", `/setup-keys${scope}`, {
		name: "Key",
		type: "reusable",
		...body,
	});

test("a setup key is an upper-case UUID, shown once and masked ever after", async () => {
	const made = await make();
	expect(made.status).toBe(201);
	const { id, key } = made.json;
	expect(key).toMatch(
		/^[0-9A-F]{8}-[0-9A-F]{4}-4[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$/,
	);
	expect(made.json).toMatchObject({
		masked_key: `${key.slice(0, 5)}****`,
		state: "valid",
		expires_at: null,
		usage_limit: 0,
	});
	const texts = [
		(await call("GET", `/setup-keys/${id}`)).text,
		(await call("GET", "/setup-keys")).text,
		server.logLines.join(""),
		JSON.stringify(
			await server.server.database
				.reader([server.first.accountId])
				.query(
					sql`select k.*, e.after from setup_keys k join audit_events e on e.account_id = k.account_id and e.target_id = k.id where k.account_id = ${server.first.accountId}`,
				),
		),
	];
	for (const text of texts) expect(text).not.toContain(key);
});

test("a one-off key is used once, whatever the limit said", async () => {
	expect((await make({ type: "one-off" })).json.usage_limit).toBe(1);
	expect((await make({ type: "one-off", usage_limit: 1 })).status).toBe(201);
	const refused = await make({ type: "one-off", usage_limit: 2 });
	expect([refused.status, refused.json.reason]).toEqual([400, "one_off"]);
});

test("every rule is named with its field", async () => {
	const all = await call("GET", "/groups?name=All");
	const cases: [object, string][] = [
		[{ name: "" }, "minLength"],
		[{ type: "eternal" }, "enum"],
		[{ usage_limit: -1 }, "minimum"],
		[{ expires_in_seconds: -1 }, "minimum"],
		[{ expires_at: "2020-01-01T00:00:00Z" }, "future"],
		[{ expires_at: "2099-01-01T00:00:00Z", expires_in_seconds: 5 }, "one_of"],
		[{ groups: ["9999999"] }, "exists"],
		[{ groups: [all.json.data[0].id] }, "group_all"],
	];
	for (const [body, reason] of cases) {
		const answer = await make(body);
		expect([answer.status, answer.json.reason], JSON.stringify(body)).toEqual([
			400,
			reason,
		]);
	}
});

test("of several states the first that holds is told: expired, revoked, overused", async () => {
	const made = await make({ usage_limit: 1, expires_in_seconds: 60 });
	const { id } = made.json;
	const state = async () => (await call("GET", `/setup-keys/${id}`)).json.state;
	await server.server.database.transaction([server.first.accountId], (tx) =>
		tx.query(
			sql`update setup_keys set used_times = 1 where account_id = ${server.first.accountId} and id = ${id}`,
		),
	);
	expect(await state()).toBe("overused");
	await call("PATCH", `/setup-keys/${id}`, { revoked: true });
	expect(await state()).toBe("revoked");
	clock.offsetMs += 60_001;
	expect(await state()).toBe("expired");
	for (const [name, count] of [
		["expired", 1],
		["revoked", 0],
		["overused", 0],
	] as const) {
		const list = await call("GET", `/setup-keys?state=${name}`);
		expect(list.json.data).toHaveLength(count);
	}
});

test("a key is revoked for good and its groups replaced; nothing else of it changes", async () => {
	const one = await call("POST", "/groups", { name: "One" });
	const two = await call("POST", "/groups", { name: "Two" });
	const made = await make({ groups: [one.json.id] });
	const at = `/setup-keys/${made.json.id}`;
	const moved = await call("PATCH", at, { groups: [two.json.id] });
	expect(moved.json).toMatchObject({
		groups: [two.json.id],
		revoked: false,
		version: 2,
	});
	expect((await call("PATCH", at, { revoked: true })).json.state).toBe(
		"revoked",
	);
	const back = await call("PATCH", at, { revoked: false });
	expect([back.status, back.json.reason]).toEqual([400, "unrevoke"]);
	expect((await call("PATCH", at, { name: "New" })).status).toBe(400);
	expect((await call("DELETE", at)).status).toBe(204);
	const gone = await call("GET", at);
	expect([gone.status, gone.json.reason]).toEqual([404, "setup_key_not_found"]);
});

test("a setup key opens no operation but enrolment", async () => {
	const made = await make();
	for (const [method, path] of [
		["GET", "/setup-keys"],
		["GET", "/whoami"],
		["GET", "/endpoints"],
		["POST", "/groups"],
	] as const) {
		const answer = await call(
			method,
			path,
			method === "POST" ? { name: "X" } : undefined,
			made.json.key,
		);
		expect([path, answer.status]).toEqual([path, 403]);
	}
});

test("only those who write setup keys make them", async () => {
	const person = await makePerson(server, { role: "network_admin" });
	const refused = await call(
		"POST",
		"/setup-keys",
		{ name: "X", type: "reusable" },
		person.token,
	);
	expect(refused.status).toBe(403);
	expect(
		(await call("GET", "/setup-keys", undefined, person.token)).status,
	).toBe(200);
});

test("promise N7: setup keys are listed and made in a tenant with the same token", async () => {
	const tenant = await makeTenant(server, "N7 setup keys");
	const made = await make({}, `?account=${tenant}`);
	expect([made.status, made.json.account_id]).toEqual([201, tenant]);
	const list = await call("GET", `/setup-keys?account=${tenant}`);
	expect(list.json.data.map((row: { id: string }) => row.id)).toEqual([
		made.json.id,
	]);
	expect((await call("GET", `/setup-keys/${made.json.id}`)).status).toBe(404);
});

test("a key made under an earlier pepper still enrols after the pepper has changed", async () => {
	const made = await make();
	const rotated = await startTestServer({
		sharing: server,
		env: { REEVE_PEPPER: `1:${"ab".repeat(32)},2:${"cd".repeat(32)}` },
	});
	const enroll = (key: string) =>
		rotated.call("POST", "/api/v1/enroll", {
			token: key,
			body: { hostname: "rotated" },
		});
	expect((await enroll(made.json.key)).status).toBe(200);
	const renewed = await rotated.call("POST", "/api/v1/setup-keys", {
		token: server.first.token,
		body: { name: "New pepper", type: "reusable" },
	});
	expect((await enroll(renewed.json.key)).status).toBe(200);
	await rotated.stop();
});
