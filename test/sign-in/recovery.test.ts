import { afterAll, beforeAll, expect, test } from "vitest";
import { sql } from "../../src/db/index.ts";
import { movableClock } from "../support/clock.ts";
import { makePerson, tokenFor } from "../support/people.ts";
import { personWithPassword, signedIn, signIn } from "../support/person.ts";
import {
	atSecondStep,
	enrolApp,
	passwordStep,
} from "../support/second-factors.ts";
import { startTestServer, type TestServer } from "../support/server.ts";

let server: TestServer;
const clock = movableClock();

beforeAll(async () => {
	server = await startTestServer({ clock });
});

afterAll(() => server?.stop());

async function personWithApp(role = "operator") {
	const person = await personWithPassword(server, role);
	const browser = await signIn(server, person);
	const app = await enrolApp(browser, clock);
	return { ...person, browser, app, codes: app.recoveryCodes };
}

type Somebody = Awaited<ReturnType<typeof personWithApp>>;

async function use(person: Somebody, code: string | undefined) {
	const step = await atSecondStep(server, person);
	const answer = await step.call("POST", "/sign-in/recovery-code", { code });
	return { step, answer };
}

const reset = (id: string, token = server.first.token) =>
	server.call("POST", `/api/v1/users/${id}/reset-second-factors`, {
		token,
		body: {},
	});

test("ten codes of sixty bits, each its own, easily read", async () => {
	const { codes } = await personWithApp();
	expect(new Set(codes).size).toBe(10);
	for (const code of codes)
		expect(code).toMatch(
			/^[0-9a-hjkmnp-tv-z]{4}-[0-9a-hjkmnp-tv-z]{4}-[0-9a-hjkmnp-tv-z]{4}$/,
		);
});

test("a code signs in once, however it is typed, says how many are left, and leaves a row", async () => {
	const person = await personWithApp();
	const [first = "", second = ""] = person.codes;
	const { step, answer } = await use(person, first);
	expect(answer.json).toMatchObject({
		next: "signed_in",
		recovery_codes_left: 9,
	});
	const who = signedIn(step, answer.json.csrf);
	const sessions = await who.call("GET", "/sessions");
	expect(sessions.json.data).toContainEqual(
		expect.objectContaining({
			current: true,
			methods: ["password", "recovery_code"],
		}),
	);
	const again = await use(person, first);
	expect([again.answer.status, again.answer.json.reason]).toEqual([
		401,
		"wrong_code",
	]);
	const typed = ` ${second.replaceAll("-", " ").replaceAll("0", "O").replaceAll("1", "l").toUpperCase()} `;
	const spoken = await use(person, typed);
	expect(spoken.answer.json).toMatchObject({ recovery_codes_left: 8 });
	const listed = await who.call("GET", "/second-factors");
	expect(listed.json.recovery_codes_left).toBe(8);
	const rows = await server.server.database
		.reader([server.first.accountId])
		.query(
			sql`select outcome, before, after from audit_events where account_id = ${server.first.accountId}
				and operation = 'sign_in.recovery_code' and target_type = 'recovery_code' and actor_id = ${person.id} order by at, id`,
		);
	expect(rows).toEqual([
		{
			outcome: "done",
			before: { recovery_codes_left: 10 },
			after: { recovery_codes_left: 9 },
		},
		{
			outcome: "done",
			before: { recovery_codes_left: 9 },
			after: { recovery_codes_left: 8 },
		},
	]);
});

test("of many that send one code at once, exactly one wins", async () => {
	const person = await personWithApp();
	const answers = await Promise.all(
		Array.from({ length: 4 }, () => use(person, person.codes[3])),
	);
	const statuses = answers.map(({ answer }) => answer.status).sort();
	expect(statuses).toEqual([200, 401, 401, 401]);
});

test("when all are used up the way is not offered any more, and new ones open it again", async () => {
	const person = await personWithApp();
	for (const code of person.codes)
		expect((await use(person, code)).answer.status).toBe(200);
	const spent = await atSecondStep(server, person);
	const { json } = await passwordStep(spent, person);
	expect(json.methods).toEqual(["totp"]);
	const renewed = await person.browser.call(
		"POST",
		"/second-factors/renew-recovery-codes",
	);
	expect(renewed.json.recovery_codes).toHaveLength(10);
	const { answer } = await use(person, renewed.json.recovery_codes[0]);
	expect(answer.json.recovery_codes_left).toBe(9);
});

test("renewing voids the codes before, and needs a factor and a person who has just confirmed", async () => {
	const person = await personWithApp();
	const { browser } = person;
	clock.offsetMs += 16 * 60_000;
	const path = "/second-factors/renew-recovery-codes";
	const stale = await browser.call("POST", path);
	expect([stale.status, stale.json.reason]).toEqual([403, "confirm_required"]);
	for (const other of ["begin-totp", "begin-passkey"]) {
		const answer = await browser.call("POST", `/second-factors/${other}`);
		expect(answer.json.reason).toBe("confirm_required");
	}
	const gone = await browser.call("DELETE", `/second-factors/${person.app.id}`);
	expect(gone.json.reason).toBe("confirm_required");
	const confirmed = await browser.call("POST", "/sessions/confirm", {
		code: person.app.next(),
	});
	expect(confirmed.status, confirmed.text).toBe(200);
	const renewed = await browser.call("POST", path);
	expect(renewed.status, renewed.text).toBe(200);
	const { answer } = await use(person, person.codes[0]);
	expect(answer.json.reason).toBe("wrong_code");

	const bare = await personWithPassword(server, "operator");
	const none = await (await signIn(server, bare)).call("POST", path);
	expect([none.status, none.json.reason]).toEqual([409, "no_second_factor"]);
});

test("codes go with the last factor, and the next first factor brings new ones", async () => {
	const person = await personWithApp();
	const { browser } = person;
	const other = await enrolApp(browser, clock, "Tablet");
	expect(other.recoveryCodes).toEqual([]);
	const left = async () =>
		(await browser.call("GET", "/second-factors")).json.recovery_codes_left;
	await browser.call("DELETE", `/second-factors/${person.app.id}`);
	expect(await left()).toBe(10);
	await browser.call("DELETE", `/second-factors/${other.id}`);
	expect(await left()).toBe(0);
	const signedInAgain = await signIn(server, person);
	expect((await enrolApp(signedInAgain, clock)).recoveryCodes).toHaveLength(10);
});

test("an administrator takes the factors of somebody who lost their phone: sessions end, the password alone signs in", async () => {
	const person = await personWithApp();
	const answer = await reset(person.id);
	expect(answer.json).toEqual({ second_factors: 1, sessions: 1 });
	expect((await person.browser.call("GET", "/whoami")).status).toBe(401);
	await signIn(server, person);
	const [row] = await server.server.database
		.reader([server.first.accountId])
		.query(
			sql`select actor_id, before, after from audit_events where account_id = ${server.first.accountId}
				and operation = 'users.reset_second_factors' and target_id = ${person.id}`,
		);
	expect(row).toEqual({
		actor_id: server.first.ownerId,
		before: { second_factors: 1, recovery_codes: 10, sessions: 1 },
		after: { second_factors: 0, recovery_codes: 0, sessions: 0 },
	});
});

test("nobody takes their own factors so, those of somebody above them, or without being an administrator", async () => {
	const admin = await makePerson(server, { role: "admin" });
	const operator = await makePerson(server, { role: "operator" });
	const person = await personWithApp();
	const refusals = [
		[await reset(admin.id, admin.token), 403, "own_second_factors"],
		[await reset(server.first.ownerId, admin.token), 403, "owner_protected"],
		[await reset(person.id, operator.token), 403, "role"],
		[await reset("899999999999"), 404, "user_not_found"],
	] as const;
	for (const [{ status, json }, expected, reason] of refusals)
		expect([status, json.reason]).toEqual([expected, reason]);
	const robot = await server.call("POST", "/api/v1/users", {
		token: server.first.token,
		body: { kind: "service", name: "Robot", role: "operator" },
	});
	const ofRobot = await reset(robot.json.id);
	expect([ofRobot.status, ofRobot.json.reason]).toEqual([409, "service_user"]);
	expect((await reset(person.id, admin.token)).status).toBe(200);
});

test("no key opens what a person does about their own factors, and nobody deletes another's", async () => {
	const person = await personWithApp();
	const token = await tokenFor(server, person.accountId, person.id);
	await server.call("PUT", `/api/v1/users/${person.id}/api-access`, {
		token: server.first.token,
		body: { enabled: true },
	});
	for (const [method, path] of [
		["GET", ""],
		["POST", "/begin-totp"],
		["POST", "/renew-recovery-codes"],
		["DELETE", `/${person.app.id}`],
	] as const) {
		const { status, json } = await server.call(
			method,
			`/api/v1/second-factors${path}`,
			{ token, ...(method === "POST" ? { body: {} } : {}) },
		);
		expect([status, json.reason]).toEqual([403, "session_only"]);
	}
	const other = await personWithApp();
	const foreign = await other.browser.call(
		"DELETE",
		`/second-factors/${person.app.id}`,
	);
	const unknown = await other.browser.call(
		"DELETE",
		"/second-factors/899999999999",
	);
	expect(foreign.status).toBe(404);
	expect(foreign.json.reason).toBe(unknown.json.reason);
});

test("every change of how one signs in leaves its row, with who, what and in which session, and no code in it", async () => {
	const person = await personWithApp();
	const { browser, app } = person;
	const renewed = await browser.call(
		"POST",
		"/second-factors/renew-recovery-codes",
	);
	await browser.call("DELETE", `/second-factors/${app.id}`);
	const sessions = await browser.call("GET", "/sessions");
	const rows = await server.server.database
		.reader([server.first.accountId])
		.query<{ operation: string }>(
			sql`select operation, outcome, surface, credential_id, target_type, target_id, target_name, before, after from audit_events
				where account_id = ${server.first.accountId} and actor_id = ${person.id} and operation like 'second_factors.%' order by at, id`,
		);
	const shared = {
		outcome: "done",
		surface: "console",
		credential_id: sessions.json.data[0].id,
	};
	const factor = { target_type: "second_factor", target_id: app.id };
	expect(rows).toMatchObject([
		{ ...shared, operation: "second_factors.begin_totp" },
		{
			...shared,
			...factor,
			operation: "second_factors.confirm_totp",
			target_name: "Authenticator app",
			after: { id: app.id, kind: "totp" },
		},
		{
			...shared,
			operation: "second_factors.renew_recovery_codes",
			target_id: person.id,
			after: { made: 10 },
		},
		{
			...shared,
			...factor,
			operation: "second_factors.delete",
			before: { id: app.id, name: "Authenticator app" },
			after: null,
		},
	]);
	for (const code of [...person.codes, ...renewed.json.recovery_codes])
		expect(JSON.stringify(rows)).not.toContain(code);
});
