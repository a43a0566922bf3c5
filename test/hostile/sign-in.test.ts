import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type MovableClock, movableClock } from "../support/clock.ts";
import { makePerson, makeTenant } from "../support/people.ts";
import { openBrowser, personWithPassword, signIn } from "../support/person.ts";
import { enrolApp } from "../support/second-factors.ts";
import {
	type Answer,
	startTestServer,
	type TestServer,
} from "../support/server.ts";

const FAILURES = 6;
const PERSON = 5;
const HOUR_MS = 60 * 60_000;

let clock: MovableClock;
let server: TestServer;

beforeAll(async () => {
	clock = movableClock();
	server = await startTestServer({
		clock,
		env: { REEVE_TRUSTED_PROXIES: "127.0.0.1" },
		limits: {
			failuresPerMinute: 1,
			failuresBurst: FAILURES,
			signInPerMinute: 1,
			signInBurst: PERSON,
		},
	});
});
afterAll(() => server?.stop());
afterEach(() => {
	clock.offsetMs += 2 * HOUR_MS;
});

let addresses = 0;
const somewhere = () => `198.51.100.${(++addresses % 250) + 1}`;

const post = (path: string, body: unknown, address = somewhere()) =>
	openBrowser(server).call("POST", path, body, { "x-forwarded-for": address });

const attempt = (email: string, address?: string) =>
	post("/sign-in/password", { email, password: "wrong" }, address);

const stranger = () => `nobody-${Math.random()}@example.com`;

const counted = (answers: Answer[], wanted: number) =>
	answers.filter(({ status }) => status === wanted).length;

describe("what one address can do without a credential", () => {
	test("guesses at many people sent at once are no more than those sent one by one", async () => {
		const address = somewhere();
		const atOnce = (count: number) =>
			Promise.all(
				Array.from({ length: count }, () => attempt(stranger(), address)),
			);
		const first = await atOnce(4 * FAILURES);
		expect(counted(first, 401)).toBe(FAILURES);
		expect(counted(first, 429)).toBe(3 * FAILURES);
		clock.offsetMs += 60_000;
		expect(counted(await atOnce(20), 401), "a minute later").toBe(1);
	});

	test("and leave room again once they are judged: right answers cost nothing", async () => {
		const address = somewhere();
		const { email, password } = server.first;
		for (let at = 0; at < 3; at++) {
			const answer = await post(
				"/sign-in/password",
				{ email, password },
				address,
			);
			expect(answer.status, answer.text).toBe(200);
		}
		for (let at = 0; at < FAILURES; at++)
			expect((await attempt(stranger(), address)).status).toBe(401);
		expect((await attempt(stranger(), address)).status).toBe(429);
	});

	test("what it begins and leaves is bounded too: each fills a row or asks the database", async () => {
		for (const [path, body] of [
			["/sign-in/passkey-options", () => ({})],
			["/sign-in/request-reset", () => ({ email: stranger() })],
		] as const) {
			const address = somewhere();
			let begun = 0;
			while (begun < FAILURES * 20) {
				const { status } = await fromName(path, body(), address);
				if (status === 429) break;
				expect(status, path).toBe(200);
				begun++;
			}
			// A few come back while they are spent.
			expect(begun, path).toBeGreaterThanOrEqual(FAILURES * 10);
			expect(begun, path).toBeLessThan(FAILURES * 20);
			const elsewhere = await fromName(path, body(), somewhere());
			expect(elsewhere.status, elsewhere.text).toBe(200);
		}
	});
});

/** Passkeys are asked for where the server has a name. */
function fromName(path: string, body: unknown, address: string) {
	const { port } = new URL(server.url);
	return openBrowser({ url: `http://localhost:${port}` }).call(
		"POST",
		path,
		body,
		{ "x-forwarded-for": address, origin: `http://localhost:${port}` },
	);
}

describe("the budget of one person", () => {
	test("is the same one however the database reads the address: letters that fold to ASCII buy no more guesses", async () => {
		const { json } = await server.call("POST", "/api/v1/users", {
			token: server.first.token,
			body: { email: "minimik@example.com", name: "Mini", role: "user" },
		});
		expect(json.id).toBeDefined();
		const spellings = ["minimik", "mİnimik", "minİmik", "minimiK", "mİnİmİK"];
		const statuses: number[] = [];
		for (const local of spellings)
			for (let at = 0; at < 2; at++)
				statuses.push((await attempt(`${local}@example.com`)).status);
		expect(statuses.filter((status) => status === 401)).toHaveLength(PERSON);
	});
});

describe("whoever proves who they are and fails", () => {
	test("leaves a row in the log, confirming as well as changing the password", async () => {
		const person = await personWithPassword(server, "user");
		const browser = await signIn(server, person);
		const from = { "x-forwarded-for": "203.0.113.50" };
		const confirm = () =>
			browser.call("POST", "/sessions/confirm", { password: "Wrong-1" }, from);
		const change = () =>
			browser.call(
				"POST",
				`/users/${person.id}/change-password`,
				{ old_password: "Wrong-1", new_password: "Another-password-1" },
				from,
			);
		expect((await confirm()).status).toBe(400);
		expect((await change()).status).toBe(400);
		await server.server.gate.refusals.flush();
		const { json } = await server.call(
			"GET",
			`/api/v1/audit-events?actor_id=${person.id}&outcome=refused&limit=100`,
			{ token: server.first.token },
		);
		const rows = json.data.map(
			(row: { operation: string; reason: string; address: string }) =>
				`${row.operation} ${row.reason} ${row.address}`,
		);
		expect(rows.sort()).toEqual([
			"sessions.confirm mismatch 203.0.113.50",
			"users.change_password mismatch 203.0.113.50",
		]);
		expect(JSON.stringify(json)).not.toContain("Wrong-1");
	});

	test("and who succeeds is in the log with how", async () => {
		const person = await personWithPassword(server, "user");
		const browser = await signIn(server, person);
		const answer = await browser.call("POST", "/sessions/confirm", {
			password: person.password,
		});
		expect(answer.status, answer.text).toBe(200);
		const { json } = await server.call(
			"GET",
			`/api/v1/audit-events?actor_id=${person.id}&operation=sessions.confirm`,
			{ token: server.first.token },
		);
		expect(json.data[0]).toMatchObject({
			outcome: "done",
			after: { method: "password" },
		});
	});
});

describe("whoever knows a password and lacks the second factor", () => {
	test("is in the log, though no wrong code was ever given", async () => {
		const person = await personWithPassword(server, "user");
		await enrolApp(await signIn(server, person), clock);
		const answer = await post(
			"/sign-in/password",
			{ email: person.email, password: person.password },
			"203.0.113.66",
		);
		expect(answer.json.next).toBe("second_factor");
		const { json } = await server.call(
			"GET",
			`/api/v1/audit-events?actor_id=${person.id}&operation=sign_in.password&sort=-at`,
			{ token: server.first.token },
		);
		expect(json.data[0]).toMatchObject({
			outcome: "done",
			address: "203.0.113.66",
			target: { type: "user", id: person.id },
			after: { methods: ["password"], next: "second_factor" },
		});
	});
});

describe("a session that a new sign-in replaces", () => {
	test("is signed out in the log of its own person's account, not merely gone", async () => {
		const before = await personWithPassword(server, "user");
		const browser = await signIn(server, before);
		const { json: former } = await browser.call("GET", "/whoami");
		const { email, password } = server.first;
		const next = await browser.call("POST", "/sign-in/password", {
			email,
			password,
		});
		expect(next.status, next.text).toBe(200);
		const { json } = await server.call(
			"GET",
			`/api/v1/audit-events?actor_id=${before.id}&operation=sign_in.out`,
			{ token: server.first.token },
		);
		expect(json.data).toMatchObject([
			{
				outcome: "done",
				surface: "console",
				target: { type: "session", id: former.credential.id },
			},
		]);
	});
});

describe("a credential narrowed to some tenants", () => {
	test("becomes nobody who reaches others: it makes no link to set their password", async () => {
		const { token } = server.first;
		const inside = await makeTenant(server, "Inside");
		const outside = await makeTenant(server, "Outside");
		const call = (path: string, body: unknown, by = token) =>
			server.call("POST", `/api/v1${path}`, { token: by, body });
		const group = (await call("/groups", { name: "Reaches" })).json.id;
		await call("/grants", {
			group_id: group,
			tenant_id: outside,
			role: "admin",
		});
		const reaching = await makePerson(server, {
			role: "operator",
			groups: [group],
		});
		const staying = await makePerson(server, { role: "operator" });
		const made = await call("/keys", {
			kind: "api",
			name: "Narrow",
			tenants: [inside],
		});
		const narrow = made.json.token;
		const link = await call(`/users/${reaching.id}/reset-link`, {}, narrow);
		expect([link.status, link.json.reason]).toEqual([403, "key_tenants"]);
		const factors = await call(
			`/users/${reaching.id}/reset-second-factors`,
			{},
			narrow,
		);
		expect([factors.status, factors.json.reason]).toEqual([403, "key_tenants"]);
		const fine = await call(`/users/${staying.id}/reset-link`, {}, narrow);
		expect(fine.status, fine.text).toBe(200);
	});
});
