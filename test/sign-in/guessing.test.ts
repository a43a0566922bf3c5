import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { sql } from "../../src/db/index.ts";
import { inTurn } from "../../src/modules/users/hash-queue.ts";
import { type MovableClock, movableClock } from "../support/clock.ts";
import { openBrowser, personWithPassword, signIn } from "../support/person.ts";
import {
	type Answer,
	startTestServer,
	type TestServer,
} from "../support/server.ts";

let clock: MovableClock;
/** With the limits that a server has unless told otherwise. */
let server: TestServer;

beforeAll(async () => {
	clock = movableClock();
	server = await startTestServer({
		clock,
		env: { REEVE_TRUSTED_PROXIES: "127.0.0.1" },
		limits: {
			failuresPerMinute: 10,
			failuresBurst: 30,
			signInPerMinute: 5,
			signInBurst: 10,
		},
	});
});

afterAll(() => server?.stop());
afterEach(() => {
	clock.offsetMs += 60 * 60_000;
});

let addresses = 0;
const somewhere = () => `198.51.100.${++addresses % 250}`;

function attempt(
	email: string,
	password: string,
	address = somewhere(),
): Promise<Answer> {
	return openBrowser(server).call(
		"POST",
		"/sign-in/password",
		{ email, password },
		{ "x-forwarded-for": address },
	);
}

async function wrong(count: number, make: () => Promise<Answer>) {
	const statuses: number[] = [];
	for (let i = 0; i < count; i++) statuses.push((await make()).status);
	return statuses;
}

describe("guessing a password is slowed", () => {
	test("for one person, wherever the attempts come from, however the address is spelled", async () => {
		const person = await personWithPassword(server, "user");
		const statuses = await wrong(10, () =>
			attempt(person.email.toUpperCase(), "wrong"),
		);
		expect(new Set(statuses)).toEqual(new Set([401]));
		const eleventh = await attempt(person.email, person.password);
		expect([eleventh.status, eleventh.json.reason]).toEqual([429, "sign_in"]);
		const seconds = Number(eleventh.headers.get("retry-after"));
		expect(seconds).toBeGreaterThan(0);
		expect(seconds).toBeLessThanOrEqual(12);
		clock.offsetMs += seconds * 1000;
		const later = await attempt(person.email, person.password);
		expect(later.status, "the person themselves, after the wait").toBe(200);
	});

	test("for one address, whoever it tries to be", async () => {
		const statuses = await wrong(30, () =>
			attempt(`nobody-${Math.random()}@example.com`, "wrong", "203.0.113.9"),
		);
		expect(new Set(statuses)).toEqual(new Set([401]));
		const { email, password } = server.first;
		const next = await attempt(email, password, "203.0.113.9");
		expect([next.status, next.json.reason]).toEqual([429, "address"]);
		expect((await attempt(email, password)).status, "from elsewhere").toBe(200);
	});

	test("though many attempts are sent at once", async () => {
		const person = await personWithPassword(server, "user");
		const answers = await Promise.all(
			Array.from({ length: 25 }, () => attempt(person.email, "wrong")),
		);
		const judged = answers.filter(({ status }) => status === 401);
		expect(judged).toHaveLength(10);
	});

	test("and who is signed in goes on, and can ask for the page, meanwhile", async () => {
		const browser = openBrowser(server);
		const headers = { "x-forwarded-for": "203.0.113.20" };
		const owner = await signIn(server, server.first, browser);
		await owner.call("GET", "/whoami", undefined, headers);
		await wrong(31, () => attempt("a@example.com", "x", "203.0.113.20"));
		server.server.gate.epochs.bump(server.first.accountId);
		const state = await owner.call("GET", "/sign-in", undefined, headers);
		expect(state.json).toMatchObject({ signed_in: true });
		const out = await owner.call("POST", "/sign-in/out", {}, headers);
		expect(out.status, "signing out works from anywhere").toBe(200);
		const stranger = await openBrowser(server).call(
			"GET",
			"/sign-in",
			undefined,
			headers,
		);
		expect(stranger.json).toMatchObject({ signed_in: false });
	});
});

describe("nothing tells who exists", () => {
	const strip = ({ status, json, headers }: Answer) => ({
		status,
		json,
		headers: [...headers.keys()].sort(),
	});

	test("a wrong address is answered like a wrong password, to the byte", async () => {
		const person = await personWithPassword(server, "user");
		const known = await attempt(person.email, "wrong");
		const unknown = await attempt("nobody@example.com", "wrong");
		expect(strip(known)).toEqual(strip(unknown));
		expect(known.text).toBe(unknown.text);
		expect(known.json).toMatchObject({
			status: 401,
			reason: "wrong_credentials",
		});
	});

	test("and so is somebody without a password, or a robot", async () => {
		const { token } = server.first;
		const invited = await server.call("POST", "/api/v1/user-invites", {
			token,
			body: { email: "invited@example.com", name: "I", role: "user" },
		});
		expect(invited.status).toBe(201);
		const answer = await attempt("invited@example.com", "wrong");
		expect(strip(answer)).toEqual(strip(await attempt("no@example.com", "x")));
	});

	test("a wrong address costs a password hash too", async () => {
		const person = await personWithPassword(server, "user");
		const emails = { known: person.email, unknown: "no@example.com", bare: "" };
		const times = {
			known: [] as number[],
			unknown: [] as number[],
			bare: [] as number[],
		};
		// In turns, so that whatever else the machine does falls on all alike.
		for (let i = 0; i < 9; i++)
			for (const who of ["known", "unknown", "bare"] as const) {
				const begun = performance.now();
				await attempt(emails[who], "wrong");
				times[who].push(performance.now() - begun);
			}
		const [known, unknown, bare] = Object.values(times).map(
			(some) => some.sort((a, b) => a - b)[4] as number,
		) as [number, number, number];
		expect(bare, "an answer without a hash").toBeLessThan(known / 2);
		expect(unknown).toBeGreaterThan(known / 2);
		expect(unknown).toBeLessThan(known * 2);
	});

	test("a blocked person hears so only with the right password", async () => {
		const person = await personWithPassword(server, "user");
		await server.call("PATCH", `/api/v1/users/${person.id}`, {
			token: server.first.token,
			body: { blocked: true },
		});
		expect((await attempt(person.email, "wrong")).status).toBe(401);
		const right = await attempt(person.email, person.password);
		expect([right.status, right.json.reason]).toEqual([403, "user_blocked"]);
	});
});

describe("the log", () => {
	test("tells of failures of people who exist, and names nobody who does not", async () => {
		const person = await personWithPassword(server, "user");
		await attempt(person.email, "Guessed-secret-1", "192.0.2.99");
		await attempt("made-up-person@example.com", "Guessed-secret-1");
		await attempt(person.email, person.password);
		await server.server.gate.refusals.flush();
		const { accountId, token } = server.first;
		const { json } = await server.call(
			"GET",
			"/api/v1/audit-events?operation=sign_in.password&limit=1000",
			{ token },
		);
		const own = json.data.filter(
			(row: { actor: { id: string } }) => row.actor.id === person.id,
		);
		expect(own).toMatchObject([
			{ outcome: "done", surface: "console", account_id: accountId },
			{
				outcome: "refused",
				reason: "wrong_password",
				surface: "console",
				address: "192.0.2.99",
			},
		]);
		const everything = await server.server.database
			.reader([accountId])
			.query(sql`select row_to_json(e)::text as row from audit_events e`);
		const rows = JSON.stringify(everything);
		expect(rows).toContain(person.email);
		expect(rows).not.toContain("made-up-person");
		for (const secret of ["Guessed-secret-1", person.password, "rvw_"])
			expect(rows).not.toContain(secret);
		const lines = server.logLines.join("");
		for (const secret of ["Guessed-secret-1", person.password, "rvw_", "rva_"])
			expect(lines).not.toContain(secret);
	});
});

describe("hashing passwords", () => {
	test("is done two at a time, a hundred may wait, and more is 503", async () => {
		let running = 0;
		let most = 0;
		let release: () => void = () => undefined;
		const held = new Promise<void>((resolve) => {
			release = resolve;
		});
		const work = () =>
			inTurn(async () => {
				most = Math.max(most, ++running);
				await held;
				running--;
			});
		const all = Array.from({ length: 102 }, work);
		await expect(work()).rejects.toMatchObject({ code: "unavailable" });
		release();
		await Promise.all(all);
		expect(most).toBe(2);
		await work();
	});

	test("gives its place on after a failure", async () => {
		const failures = Array.from({ length: 5 }, () =>
			inTurn(async () => {
				throw new Error("no");
			}),
		);
		for (const failure of failures) await expect(failure).rejects.toThrow("no");
		expect(await inTurn(async () => 1)).toBe(1);
	});
});
