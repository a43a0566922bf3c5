import { afterAll, beforeAll, expect, test } from "vitest";
import { sql } from "../../src/db/index.ts";
import { movableClock } from "../support/clock.ts";
import {
	openBrowser,
	personWithPassword,
	signedIn,
	signIn,
} from "../support/person.ts";
import {
	atSecondStep,
	codeOf,
	enrolApp,
	passwordStep,
	signInWithApp,
} from "../support/second-factors.ts";
import { startTestServer, type TestServer } from "../support/server.ts";

let server: TestServer;
const clock = movableClock();

beforeAll(async () => {
	server = await startTestServer({ clock });
});

afterAll(() => server?.stop());

/** Somebody with an authenticator app, and where they enrolled it. */
async function personWithApp(role = "operator") {
	const person = await personWithPassword(server, role);
	const browser = await signIn(server, person);
	const app = await enrolApp(browser, clock);
	return { ...person, browser, app };
}

/** The audit rows of an operation that concern a person, oldest first. */
async function rows(operation: string, person: { id: string }) {
	await server.server.gate.refusals.flush();
	return server.server.database
		.reader([server.first.accountId])
		.query<{ outcome: string; reason: string; after: object | null }>(
			sql`select outcome, reason, after from audit_events where account_id = ${server.first.accountId}
				and operation = ${operation} and actor_id = ${person.id} order by at, id`,
		);
}

test("an app is enrolled by a code, listed, and asked for at the next sign-in", async () => {
	const person = await personWithPassword(server, "operator");
	const browser = await signIn(server, person);
	const begun = await browser.call("POST", "/second-factors/begin-totp");
	expect(begun.json.secret).toMatch(/^[A-Z2-7]{32}$/);
	expect(begun.json.url).toContain(`secret=${begun.json.secret}`);
	expect(decodeURIComponent(begun.json.url)).toContain(person.email);
	// What is begun signs nobody in and asks nobody for anything.
	const still = await passwordStep(openBrowser(server), person);
	expect(still.json).toMatchObject({ next: "signed_in" });
	const code = codeOf(begun.json.secret, clock.nowMs());
	const confirmed = await browser.call("POST", "/second-factors/confirm-totp", {
		code,
		name: "My phone",
	});
	expect(confirmed.json).toMatchObject({ kind: "totp", name: "My phone" });
	expect(confirmed.json.recovery_codes).toHaveLength(10);
	const listed = await browser.call("GET", "/second-factors");
	expect(listed.json).toMatchObject({
		data: [{ id: confirmed.json.id, name: "My phone", last_used_at: null }],
		recovery_codes_left: 10,
		demanded: false,
	});
	const step = openBrowser(server);
	const asked = await passwordStep(step, person);
	expect(asked.json).toEqual({
		next: "second_factor",
		methods: ["totp", "recovery_code"],
		csrf: null,
	});
	expect([...step.cookies.keys()]).toEqual(["reeve_attempt"]);
	clock.offsetMs += 30_000;
	const answer = await step.call("POST", "/sign-in/totp", {
		code: codeOf(begun.json.secret, clock.nowMs()),
	});
	expect(answer.json).toMatchObject({ next: "signed_in", methods: [] });
	expect([...step.cookies.keys()]).toEqual(["reeve_session"]);
	const whoami = await signedIn(step, answer.json.csrf).call("GET", "/whoami");
	expect(whoami.json.user.id).toBe(person.id);
	const sessions = await step.call("GET", "/sessions");
	expect(sessions.json.data).toContainEqual(
		expect.objectContaining({ current: true, methods: ["password", "totp"] }),
	);
});

test("the code that enrolled an app, and a code that signed in, are good no second time", async () => {
	const { app, ...person } = await personWithApp();
	const step = await atSecondStep(server, person);
	const enrolling = await step.call("POST", "/sign-in/totp", {
		code: app.again(),
	});
	expect(enrolling.status).toBe(401);
	expect(enrolling.json.reason).toBe("wrong_code");
	await signInWithApp(server, person, app);
	const replay = await atSecondStep(server, person);
	const replayed = await replay.call("POST", "/sign-in/totp", {
		code: app.again(),
	});
	expect(replayed.status).toBe(401);
	expect(replayed.json.reason).toBe("wrong_code");
	expect(replay.cookies.has("reeve_session")).toBe(false);
});

test("a code of one step earlier or later is taken, of two steps it is not, and never an older one after a newer", async () => {
	const { app, ...person } = await personWithApp();
	clock.offsetMs += 300_000;
	const at = (steps: number) =>
		codeOf(app.secret, clock.nowMs() + steps * 30_000);
	const take = async (code: string) => {
		const step = await atSecondStep(server, person);
		return (await step.call("POST", "/sign-in/totp", { code })).status;
	};
	expect(await take(at(-2))).toBe(401);
	expect(await take(at(2))).toBe(401);
	expect(await take(at(-1))).toBe(200);
	expect(await take(at(1))).toBe(200);
	expect(await take(at(0))).toBe(401);
	const spaced = await atSecondStep(server, person);
	clock.offsetMs += 60_000;
	const code = app.next();
	const typed = `${code.slice(0, 3)} ${code.slice(3)} `;
	expect(
		(await spaced.call("POST", "/sign-in/totp", { code: typed })).status,
	).toBe(200);
});

test("of many sign-ins that send one code at once, exactly one wins", async () => {
	const { app, ...person } = await personWithApp();
	const steps = await Promise.all(
		Array.from({ length: 5 }, () => atSecondStep(server, person)),
	);
	const code = app.next();
	const answers = await Promise.all(
		steps.flatMap((step) => [
			step.call("POST", "/sign-in/totp", { code }),
			step.call("POST", "/sign-in/totp", { code }),
		]),
	);
	const won = answers.filter(({ status }) => status === 200);
	expect(won).toHaveLength(1);
	expect(answers.every(({ status }) => [200, 401].includes(status))).toBe(true);
});

test("after five wrong codes the sixth is refused though it is right, and the failures are in the log", async () => {
	const { app, ...person } = await personWithApp();
	const step = await atSecondStep(server, person);
	for (let n = 0; n < 5; n++) {
		const { status, json } = await step.call("POST", "/sign-in/totp", {
			code: "000000",
		});
		expect([status, json.reason]).toEqual([401, "wrong_code"]);
	}
	const sixth = await step.call("POST", "/sign-in/totp", { code: app.next() });
	expect([sixth.status, sixth.json.reason]).toEqual([401, "sign_in_over"]);
	const other = await step.call("POST", "/sign-in/recovery-code", {
		code: app.recoveryCodes[0],
	});
	expect(other.json.reason).toBe("sign_in_over");
	const noted = await rows("sign_in.totp", person);
	expect(noted).toMatchObject(
		Array(5).fill({ outcome: "refused", reason: "wrong_code" }),
	);
	// Another sign-in goes on, and its success is noted with the ways it took.
	await signInWithApp(server, person, app);
	const [last] = (await rows("sign_in.totp", person)).slice(-1);
	expect(last).toMatchObject({
		outcome: "done",
		after: { methods: ["password", "totp"] },
	});
});

test("twenty wrong codes at once are no more than five", async () => {
	const person = await personWithApp();
	const step = await atSecondStep(server, person);
	const answers = await Promise.all(
		Array.from({ length: 20 }, (_, n) =>
			step.call("POST", "/sign-in/totp", { code: `00000${n % 10}` }),
		),
	);
	const reasons = answers.map(({ json }) => json.reason);
	expect(reasons.filter((reason) => reason === "wrong_code")).toHaveLength(5);
	expect(reasons.filter((reason) => reason === "sign_in_over")).toHaveLength(
		15,
	);
});

test("a person's code opens nobody else's sign-in", async () => {
	const mallory = await personWithApp();
	const victim = await personWithApp();
	const step = await atSecondStep(server, victim);
	const { status, json } = await step.call("POST", "/sign-in/totp", {
		code: mallory.app.next(),
	});
	expect([status, json.reason]).toEqual([401, "wrong_code"]);
	const stolen = await step.call("POST", "/sign-in/recovery-code", {
		code: mallory.app.recoveryCodes[0],
	});
	expect([stolen.status, stolen.json.reason]).toEqual([401, "wrong_code"]);
});

test("without a sign-in between its steps, with one too old or with a session's value, a code is worth nothing", async () => {
	const { app, browser, ...person } = await personWithApp();
	const over = async (step: ReturnType<typeof openBrowser>) => {
		const { status, json } = await step.call("POST", "/sign-in/totp", {
			code: app.next(),
		});
		expect([status, json.reason]).toEqual([401, "sign_in_over"]);
	};
	await over(openBrowser(server));
	const forged = openBrowser(server);
	forged.cookies.set("reeve_attempt", browser.token);
	await over(forged);
	const old = await atSecondStep(server, person);
	clock.offsetMs += 10 * 60_000 + 1;
	await over(old);
	const done = await atSecondStep(server, person);
	const attempt = done.cookies.get("reeve_attempt") as string;
	expect(
		(await done.call("POST", "/sign-in/totp", { code: app.next() })).status,
	).toBe(200);
	const again = openBrowser(server);
	again.cookies.set("reeve_attempt", attempt);
	await over(again);
});

test("an attempt at something else is not a second step", async () => {
	const { app } = await personWithApp();
	const url = server.url.replace("127.0.0.1", "localhost");
	const local = openBrowser({ url });
	expect(
		(await local.call("POST", "/sign-in/passkey-options", {}, { origin: url }))
			.status,
	).toBe(200);
	const { json } = await local.call("POST", "/sign-in/totp", {
		code: app.next(),
	});
	expect(json.reason).toBe("sign_in_over");
});

test("a blocked person's code signs nobody in, and a wrong code while enrolling enrols nothing", async () => {
	const { app, browser, ...person } = await personWithApp();
	const step = await atSecondStep(server, person);
	await server.call("PATCH", `/api/v1/users/${person.id}`, {
		token: server.first.token,
		body: { blocked: true },
	});
	const refused = await step.call("POST", "/sign-in/totp", {
		code: app.next(),
	});
	expect([refused.status, refused.json.reason]).toEqual([403, "user_blocked"]);

	const other = await personWithPassword(server, "operator");
	const fresh = await signIn(server, other);
	await fresh.call("POST", "/second-factors/begin-totp");
	const wrong = await fresh.call("POST", "/second-factors/confirm-totp", {
		code: app.next(),
	});
	expect(wrong.status).toBe(400);
	expect(wrong.json.errors ?? wrong.json).toBeDefined();
	const { json } = await fresh.call("GET", "/second-factors");
	expect(json).toMatchObject({ data: [], recovery_codes_left: 0 });
	const none = await fresh.call("POST", "/second-factors/confirm-totp", {
		code: "12345",
	});
	expect(none.status).toBe(400);
});

test("the secret is shown once: no list, no log and no audit row holds it or the recovery codes", async () => {
	const { app, browser, ...person } = await personWithApp();
	const listed = await browser.call("GET", "/second-factors");
	const [stored] = await server.server.database
		.reader([server.first.accountId])
		.query<{ secret: Buffer }>(
			sql`select secret from second_factors where account_id = ${server.first.accountId} and id = ${app.id}`,
		);
	const events = await server.server.database
		.reader([server.first.accountId])
		.query(
			sql`select * from audit_events where account_id = ${server.first.accountId} and actor_id = ${person.id}`,
		);
	expect(events.length).toBeGreaterThan(1);
	const everything = [
		listed.text,
		JSON.stringify(events),
		...server.logLines,
		stored?.secret.toString("latin1"),
	].join("\n");
	for (const secret of [app.secret, ...app.recoveryCodes])
		expect(everything).not.toContain(secret);
});

test("a sealed secret that was moved to another row opens nothing: the log says why, the answer does not", async () => {
	const mallory = await personWithApp();
	const victim = await personWithApp();
	await server.server.database.transaction([server.first.accountId], (tx) =>
		tx.query(sql`update second_factors set secret = (select secret from second_factors where account_id = ${server.first.accountId} and id = ${mallory.app.id})
			where account_id = ${server.first.accountId} and id = ${victim.app.id}`),
	);
	const step = await atSecondStep(server, victim);
	const { status, text, json } = await step.call("POST", "/sign-in/totp", {
		code: mallory.app.next(),
	});
	expect(status).toBe(500);
	expect(json.code).toBe("internal");
	expect(text).not.toMatch(/seal|pepper|totp:/i);
	expect(server.logLines.join("")).toContain(
		`a sealed secret (totp:${server.first.accountId}:${victim.id}:${victim.app.id}) does not open`,
	);
});

test("a server whose pepper is gone says so in its log alone", async () => {
	const person = await personWithApp();
	const other = await startTestServer({
		sharing: server,
		clock,
		env: { REEVE_PEPPER: `2:${"cd".repeat(32)}` },
	});
	try {
		const step = await atSecondStep(other, person);
		const { status, text } = await step.call("POST", "/sign-in/totp", {
			code: person.app.next(),
		});
		expect(status).toBe(500);
		expect(text).not.toMatch(/pepper/i);
		expect(other.logLines.join("")).toContain(
			"pepper version 1 is missing from this server",
		);
	} finally {
		await other.stop();
	}
});

test("with a new pepper the next code moves the secret to it", async () => {
	const person = await personWithApp();
	const other = await startTestServer({
		sharing: server,
		clock,
		env: { REEVE_PEPPER: `1:${"ab".repeat(32)},2:${"cd".repeat(32)}` },
	});
	try {
		await signInWithApp(other, person, person.app);
		const [row] = await server.server.database
			.reader([server.first.accountId])
			.query(
				sql`select pepper_version from second_factors where account_id = ${server.first.accountId} and id = ${person.app.id}`,
			);
		expect(row).toEqual({ pepper_version: 2 });
		await signInWithApp(other, person, person.app);
	} finally {
		await other.stop();
	}
});

test("guesses at one person are slowed however many sign-ins they are spread over, and failures at an address too", async () => {
	const slow = await startTestServer({
		clock,
		limits: { signInPerMinute: 5, signInBurst: 10 },
	});
	const strict = await startTestServer({
		clock,
		limits: { failuresPerMinute: 10, failuresBurst: 3 },
	});
	try {
		for (const [at, allowed] of [
			[slow, 10],
			[strict, 3],
		] as const) {
			const who = await personWithPassword(at, "operator");
			await enrolApp(await signIn(at, who), clock);
			const attempts = await Promise.all(
				Array.from({ length: 3 }, () => atSecondStep(at, who)),
			);
			const statuses: number[] = [];
			for (let n = 0; n < 12; n++) {
				const step = attempts[n % 3];
				const answer = await step?.call("POST", "/sign-in/totp", {
					code: "000000",
				});
				statuses.push(answer?.status ?? 0);
			}
			expect(statuses).toEqual([
				...Array(allowed).fill(401),
				...Array(12 - allowed).fill(429),
			]);
		}
	} finally {
		await slow.stop();
		await strict.stop();
	}
});
