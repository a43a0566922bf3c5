import { afterAll, beforeAll, expect, test } from "vitest";
import { movableClock } from "../support/clock.ts";
import { type MailServer, startMailServer } from "../support/mail-server.ts";
import { makePerson } from "../support/people.ts";
import { openBrowser, personWithPassword, signIn } from "../support/person.ts";
import {
	type Answer,
	startTestServer,
	type TestServer,
} from "../support/server.ts";

const PUBLIC_URL = "https://reeve.test";
const NEW = "A-new-password-7";
const clock = movableClock();

let mails: MailServer;
let server: TestServer;
/** The same server without a mail server. */
let mute: TestServer;

beforeAll(async () => {
	mails = await startMailServer();
	server = await startTestServer({
		clock,
		env: {
			SMTP_URL: `smtp://127.0.0.1:${mails.port}`,
			REEVE_MAIL_FROM: "Reeve <reeve@provider.test>",
			REEVE_PUBLIC_URL: PUBLIC_URL,
		},
	});
	mute = await startTestServer({ sharing: server, clock });
});

afterAll(async () => {
	await mute?.stop();
	await server?.stop();
	await mails?.stop();
});

const browserOf = () => openBrowser(server);
const origin = { origin: PUBLIC_URL };

function ask(email: string, at = server): Promise<Answer> {
	return openBrowser(at).call("POST", "/sign-in/request-reset", { email });
}

function tokenIn(text: string): string {
	const [, token] =
		/https:\/\/reeve\.test\/reset#(rvr_[\w-]{43})(?:\s|$)/.exec(text) ?? [];
	if (token === undefined) throw new Error(`no link in: ${text}`);
	return token;
}

async function linkFor(id: string, token = server.first.token) {
	return server.call("POST", `/api/v1/users/${id}/reset-link`, { token });
}

function complete(token: string, password = NEW, browser = browserOf()) {
	return browser.call("POST", "/sign-in/complete-reset", { token, password });
}

function refused(answer: Answer, status: number, reason: string): void {
	expect([answer.status, answer.json.reason], answer.text).toEqual([
		status,
		reason,
	]);
}

test("a mailed link sets a new password, ends every session, and signs in", async () => {
	const person = await personWithPassword(server, "operator");
	const thief = await signIn(mute, person);
	expect((await thief.call("GET", "/whoami")).status).toBe(200);
	expect((await ask(person.email.toUpperCase())).json).toBeNull();
	const mail = await mails.next();
	expect(mail.to).toEqual([person.email]);
	expect(mail.headers.subject).toBe("Set a new password");
	const token = tokenIn(mail.text);
	const seen = await browserOf().call("POST", "/sign-in/reset", { token });
	expect(seen.json).toMatchObject({
		email: person.email,
		name: "Some Body",
		organization: "Provider",
	});
	const browser = browserOf();
	const done = await complete(token, NEW, browser);
	expect(done.json, done.text).toMatchObject({ next: "signed_in" });
	expect((await thief.call("GET", "/whoami")).status).toBe(401);
	const old = await browserOf().call("POST", "/sign-in/password", person);
	expect(old.status).not.toBe(200);
	await signIn(mute, { email: person.email, password: NEW });
	refused(await complete(token), 404, "reset_link_not_found");
});

test("every step is in the log, and no part of the link or the password", async () => {
	const person = await personWithPassword(server, "operator");
	await ask(person.email);
	const token = tokenIn((await mails.next()).text);
	await complete(token);
	const events = await server.call("GET", "/api/v1/audit-events?limit=50", {
		token: server.first.token,
	});
	const mine = events.json.data.filter(
		(event: Answer["json"]) => event.actor.id === person.id,
	);
	expect(mine.map((event: Answer["json"]) => event.operation).sort()).toEqual([
		"sign_in.complete_reset",
		"sign_in.complete_reset",
		"sign_in.request_reset",
	]);
	for (const text of [events.text, ...server.logLines]) {
		expect(text).not.toContain(token.slice(16));
		expect(text).not.toContain(NEW);
	}
});

test("who asks learns nothing of who exists, and nobody else is mailed", async () => {
	const before = mails.received.length;
	const invited = await server.call("POST", "/api/v1/users", {
		token: server.first.token,
		body: { email: "gone@example.com", name: "Gone", role: "user" },
	});
	await server.call("PATCH", `/api/v1/users/${invited.json.id}`, {
		token: server.first.token,
		body: { blocked: true },
	});
	const known = await personWithPassword(server, "operator");
	const answers = [
		await ask("nobody@example.com"),
		await ask("gone@example.com"),
		await ask(known.email),
	];
	for (const { status, text } of answers)
		expect([status, text]).toEqual([200, "null"]);
	expect((await mails.next()).to).toEqual([known.email]);
	await server.server.resources.background.idle();
	expect(mails.received.length).toBe(before + 1);
});

test("asking again soon sends no second mail, and asking too often is slowed, whoever is asked for", async () => {
	const person = await personWithPassword(server, "operator");
	await ask(person.email);
	await mails.next();
	const sent = mails.received.length;
	await ask(person.email);
	await server.server.resources.background.idle();
	expect(mails.received.length).toBe(sent);
	clock.offsetMs += 5 * 60_000;
	await ask(person.email);
	expect((await mails.next()).to).toEqual([person.email]);
	const slow = await startTestServer({
		sharing: server,
		limits: { signInPerMinute: 1, signInBurst: 2 },
	});
	for (const email of ["nobody@example.com", person.email]) {
		const statuses = [];
		for (let i = 0; i < 3; i++) statuses.push((await ask(email, slow)).status);
		expect(statuses).toEqual([200, 200, 429]);
	}
	await slow.stop();
});

test("links start with the public URL, whatever the request says of itself", async () => {
	const person = await personWithPassword(server, "operator");
	await browserOf().call(
		"POST",
		"/sign-in/request-reset",
		{ email: person.email },
		{ ...origin, "x-forwarded-host": "evil.test" },
	);
	const { text } = await mails.next();
	expect(text).toContain("https://reeve.test/reset#rvr_");
	expect(text).not.toContain("evil.test");
});

test("an administrator's link is shown once, opens for an hour and dies of its successor", async () => {
	const person = await personWithPassword(server, "operator");
	const first = await linkFor(person.id);
	expect(first.status, first.text).toBe(200);
	const second = await linkFor(person.id);
	refused(await complete(tokenIn(first.json.url)), 404, "reset_link_not_found");
	clock.offsetMs += 61 * 60_000;
	refused(
		await complete(tokenIn(second.json.url)),
		404,
		"reset_link_not_found",
	);
	const third = await linkFor(person.id);
	const weak = await complete(tokenIn(third.json.url), "weak");
	expect([weak.status, weak.json.errors?.[0].pointer]).toEqual([
		400,
		"/password",
	]);
	const both = await Promise.all([
		complete(tokenIn(third.json.url), "One-password-1"),
		complete(tokenIn(third.json.url), "Two-passwords-2"),
	]);
	expect(both.map(({ status }) => status).sort()).toEqual([200, 404]);
	const events = await server.call(
		"GET",
		"/api/v1/audit-events?operation=users.create_reset_link",
		{ token: server.first.token },
	);
	expect(events.json.data.length).toBe(3);
	expect(events.text).not.toContain("rvr_");
});

test("a link made before the person changed the password opens nothing after", async () => {
	const person = await personWithPassword(server, "operator");
	const { json } = await linkFor(person.id);
	clock.offsetMs += 1000;
	const me = await signIn(mute, person);
	const changed = await me.call("POST", `/users/${person.id}/change-password`, {
		old_password: person.password,
		new_password: "Changed-it-myself-1",
	});
	expect(changed.status, changed.text).toBe(204);
	refused(await complete(tokenIn(json.url)), 404, "reset_link_not_found");
});

test("nobody makes a link for somebody above, for themselves, or for who has no password", async () => {
	const { ownerId, token } = server.first;
	const admin = await makePerson(server, { role: "admin" });
	refused(await linkFor(ownerId, admin.token), 403, "owner_protected");
	refused(await linkFor(ownerId, token), 403, "own_password");
	const peer = await makePerson(server, { role: "admin" });
	expect((await linkFor(peer.id, admin.token)).status).toBe(200);
	const operator = await makePerson(server, { role: "operator" });
	expect((await linkFor(peer.id, operator.token)).status).toBe(403);
	const robot = await server.call("POST", "/api/v1/users", {
		token,
		body: { kind: "service", name: "robot", role: "user" },
	});
	refused(await linkFor(robot.json.id), 409, "service_user");
	const invited = await server.call("POST", "/api/v1/user-invites", {
		token,
		body: { email: "ned@example.com", name: "Ned", role: "user" },
	});
	refused(await linkFor(invited.json.user_id), 409, "user_invited");
	await mails.next();
});

test("a reset is no way round the second factor", async () => {
	const person = await personWithPassword(server, "operator");
	const on = (local_mfa_enabled: boolean) =>
		server.call("PATCH", "/api/v1/account", {
			token: server.first.token,
			body: { settings: { local_mfa_enabled } },
		});
	await on(true);
	const { json } = await linkFor(person.id);
	const done = await complete(tokenIn(json.url));
	expect(done.json.next).toBe("enrol_second_factor");
	await on(false);
});

test("text that is no token of a link finds nothing", async () => {
	for (const token of ["", "x", "rvr_short", "rvi_".padEnd(47, "A")])
		refused(
			await browserOf().call("POST", "/sign-in/reset", { token }),
			404,
			"reset_link_not_found",
		);
});

test("without a mail server the answer is the same and nothing happens", async () => {
	const person = await personWithPassword(server, "operator");
	const sent = mails.received.length;
	const answer = await ask(person.email, mute);
	expect([answer.status, answer.text]).toEqual([200, "null"]);
	await mute.server.resources.background.idle();
	expect(mails.received.length).toBe(sent);
	const state = await openBrowser(mute).call("GET", "/sign-in");
	expect(state.json.mail).toBe(false);
});
